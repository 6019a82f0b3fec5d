//! Classes of numbers that are spread over several powers of ten.

/// The last number of each class from 1 on; above the last of them there is no end.
const ENDS: [i64; 14] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000];

/// First and last number of the class that holds a number: negative ones, nought, 1, 2, 3 to 5, 6 to 10, 11 to 20…
pub fn class(number: i64) -> (Option<i64>, Option<i64>) {
    match number {
        ..=-1 => (None, Some(-1)),
        0 => (Some(0), Some(0)),
        _ => {
            let at = ENDS.partition_point(|end| *end < number);
            let first = if at == 0 { 1 } else { ENDS[at - 1] + 1 };
            (Some(first), ENDS.get(at).copied())
        }
    }
}

/// The name of a class in files: `<0`, `0`, `3-5`, `>100000`.
pub fn key(class: (Option<i64>, Option<i64>)) -> String {
    match class {
        (Some(first), Some(last)) if first == last => first.to_string(),
        (Some(first), Some(last)) => format!("{first}-{last}"),
        (None, Some(last)) => format!("<{}", last + 1),
        (Some(first), None) => format!(">{}", first - 1),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_of_classes() {
        let names: Vec<String> = [-7, 0, 1, 2, 4, 10, 21, 100_001].into_iter().map(|number| key(class(number))).collect();
        assert_eq!(names, ["<0", "0", "1", "2", "3-5", "6-10", "21-50", ">100000"]);
    }

    proptest! {
        #[test]
        fn every_number_is_in_its_class(number in -10i64..200_000) {
            let (first, last) = class(number);
            prop_assert!(first.is_none_or(|first| first <= number) && last.is_none_or(|last| number <= last));
        }
    }
}
