//! Round numbers beside an axis.

/// From nought in two to five steps of 1, 2 or 5 times a power of ten, the last at or above the largest value.
pub fn ticks(largest: u64) -> Vec<u64> {
    let mut step = 1u64;
    let mut factors = [2, 5, 10].into_iter().cycle();
    let mut power = 1u64;
    while largest.div_ceil(step) > 4 {
        let factor = factors.next().unwrap_or(10);
        step = power.saturating_mul(factor);
        if factor == 10 {
            power = power.saturating_mul(10);
        }
    }
    (0..=largest.div_ceil(step).max(1)).map(|n| n.saturating_mul(step)).collect()
}

#[cfg(test)]
mod tests {
    use super::ticks;
    use proptest::prelude::*;

    #[test]
    fn round_steps() {
        assert_eq!(ticks(0), [0, 1]);
        assert_eq!(ticks(3), [0, 1, 2, 3]);
        assert_eq!(ticks(7), [0, 2, 4, 6, 8]);
        assert_eq!(ticks(38), [0, 10, 20, 30, 40]);
        assert_eq!(ticks(1234), [0, 500, 1000, 1500]);
    }

    proptest! {
        #[test]
        fn the_last_tick_is_not_below(largest in 0u64..1_000_000_000_000) {
            let ticks = ticks(largest);
            prop_assert!(ticks.len() >= 2 && ticks.len() <= 6);
            prop_assert!(*ticks.last().unwrap() >= largest);
        }
    }
}
