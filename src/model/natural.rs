//! Natural order of ids: runs of digits compare as numbers, everything else as bytes.

use std::cmp::Ordering;

/// Compares two ids: "9" before "10", "a9" before "a10". A total order: equal only for equal strings ("007" comes before "7").
pub fn natural_order(a: &str, b: &str) -> Ordering {
    let (mut x, mut y) = (a.as_bytes(), b.as_bytes());
    loop {
        match (x.first(), y.first()) {
            (None, None) => return a.cmp(b),
            (None, _) => return Ordering::Less,
            (_, None) => return Ordering::Greater,
            (Some(p), Some(q)) if p.is_ascii_digit() && q.is_ascii_digit() => {
                let (m, n) = (digits(x), digits(y));
                let (p, q) = (trim(&x[..m]), trim(&y[..n]));
                match p.len().cmp(&q.len()).then_with(|| p.cmp(q)) {
                    Ordering::Equal => (x, y) = (&x[m..], &y[n..]),
                    other => return other,
                }
            }
            (Some(p), Some(q)) => match p.cmp(q) {
                Ordering::Equal => (x, y) = (&x[1..], &y[1..]),
                other => return other,
            },
        }
    }
}

fn digits(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|b| b.is_ascii_digit()).count()
}

fn trim(digits: &[u8]) -> &[u8] {
    let zeros = digits.iter().take_while(|&&b| b == b'0').count();
    &digits[zeros..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_count_as_numbers() {
        let mut ids = ["10", "9", "a10", "a9", "007", "7", "", "b", "18446744073709551616000", "18446744073709551615999"];
        ids.sort_by(|a, b| natural_order(a, b));
        assert_eq!(ids, ["", "007", "7", "9", "10", "18446744073709551615999", "18446744073709551616000", "a9", "a10", "b"]);
    }

    proptest! {
        #[test]
        fn is_a_total_order(a in "[a0-9]{0,6}", b in "[a0-9]{0,6}", c in "[a0-9]{0,6}") {
            prop_assert_eq!(natural_order(&a, &b), natural_order(&b, &a).reverse());
            prop_assert_eq!(natural_order(&a, &b) == Ordering::Equal, a == b);
            if natural_order(&a, &b).is_le() && natural_order(&b, &c).is_le() {
                prop_assert!(natural_order(&a, &c).is_le());
            }
        }
    }
}
