//! Counts of persons crossed with what they are: small cells are hidden, and further ones with them, so that no total gives them back.

/// Below this number of persons a count is hidden, where the archive does not say.
pub const THRESHOLD: u32 = 5;

/// Hides cells of a table whose rows and columns have known totals. A zero tells of nobody and stays. First every count below
/// `threshold`; then, as long as some row or column hides less than `threshold` persons or a single cell, its smallest other count.
pub fn suppress(counts: &[Vec<u64>], threshold: u32) -> Vec<Vec<Option<u64>>> {
    let threshold = u64::from(threshold);
    let width = counts.first().map_or(0, Vec::len);
    let mut hidden: Vec<Vec<bool>> = counts.iter().map(|row| row.iter().map(|&count| count > 0 && count < threshold).collect()).collect();
    let lines: Vec<Vec<(usize, usize)>> = (0..counts.len())
        .map(|row| (0..width).map(|column| (row, column)).collect())
        .chain((0..width).map(|column| (0..counts.len()).map(|row| (row, column)).collect()))
        .collect();
    // How many cells each row and each column hides.
    let mut of_row: Vec<usize> = hidden.iter().map(|row| row.iter().filter(|hidden| **hidden).count()).collect();
    let mut of_column: Vec<usize> = (0..width).map(|column| hidden.iter().filter(|row| row[column]).count()).collect();
    loop {
        let mut changed = false;
        for line in &lines {
            let inside: Vec<(usize, usize)> = line.iter().copied().filter(|&(row, column)| hidden[row][column]).collect();
            let sum: u64 = inside.iter().map(|&(row, column)| counts[row][column]).sum();
            if inside.is_empty() || (inside.len() > 1 && sum >= threshold) {
                continue;
            }
            let others = line.iter().copied().filter(|&(row, column)| !hidden[row][column]);
            // Where its row and its column hide something already, no third line has to follow. A zero protects nobody: it comes last.
            let company = |row: usize, column: usize| of_row[row] + of_column[column];
            let order = |&(row, column): &(usize, usize)| (counts[row][column] == 0, company(row, column) < 2, counts[row][column], row, column);
            if let Some((row, column)) = others.min_by_key(order) {
                hidden[row][column] = true;
                of_row[row] += 1;
                of_column[column] += 1;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    counts.iter().zip(hidden).map(|(row, hidden)| row.iter().zip(hidden).map(|(&count, hidden)| (!hidden).then_some(count)).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_small_cell_takes_three_others_along() {
        let shown = suppress(&[vec![10, 2, 30], vec![40, 50, 60], vec![7, 80, 90]], 5);
        assert_eq!(shown, [[None, None, Some(30)], [Some(40), Some(50), Some(60)], [None, None, Some(90)]]);
        assert_eq!(suppress(&[vec![0, 12], vec![9, 0]], 5), [[Some(0), Some(12)], [Some(9), Some(0)]]);
    }

    proptest! {
        #[test]
        fn no_total_gives_a_small_count_back(rows in prop::collection::vec(prop::collection::vec(0u64..14, 4), 2..7), k in 2u32..8) {
            let shown = suppress(&rows, k);
            for (row, counts) in shown.iter().zip(&rows) {
                for (cell, count) in row.iter().zip(counts) {
                    prop_assert!(cell.is_none_or(|cell| cell == *count && (cell == 0 || cell >= u64::from(k))));
                }
            }
            // What a reader can compute by subtracting from the totals of rows and columns: single unknowns, or sums of persons.
            let lines = rows.len() + 4;
            for line in 0..lines {
                let cells: Vec<(Option<u64>, u64)> = if line < rows.len() {
                    shown[line].iter().copied().zip(rows[line].iter().copied()).collect()
                } else {
                    shown.iter().zip(&rows).map(|(row, counts)| (row[line - rows.len()], counts[line - rows.len()])).collect()
                };
                let unknown: Vec<u64> = cells.iter().filter(|(cell, _)| cell.is_none()).map(|(_, count)| *count).collect();
                let all = unknown.len() == cells.len();
                prop_assert!(unknown.is_empty() || unknown.len() > 1, "{shown:?}");
                prop_assert!(unknown.is_empty() || all || unknown.iter().sum::<u64>() >= u64::from(k), "{shown:?}");
            }
        }
    }
}
