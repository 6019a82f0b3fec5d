//! Boxes of French communes, departments, regions and intercommunalities, by INSEE code or SIREN.

/// `code;west;south;east;north`, sorted by code as bytes; what the file holds and where it comes from stands in its first line.
const BOXES: &str = include_str!("insee.csv");

/// West, south, east, north in degrees (WGS 84) of a commune (`59350`), a department (`59`), a region (`R32`) or an intercommunality
/// (`200093201`).
pub fn insee(code: &str) -> Option<[f64; 4]> {
    let lines: Vec<&str> = lines().collect();
    let at = lines.binary_search_by(|line| code_of(line).cmp(code)).ok()?;
    bounds(lines[at])
}

fn lines() -> impl Iterator<Item = &'static str> {
    BOXES.lines().filter(|line| !line.starts_with('#'))
}

fn code_of(line: &str) -> &str {
    line.split(';').next().unwrap_or_default()
}

fn bounds(line: &str) -> Option<[f64; 4]> {
    let mut numbers = line.split(';').skip(1).map(str::parse);
    let mut next = || numbers.next()?.ok();
    Some([next()?, next()?, next()?, next()?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_box_and_codes_are_sorted() {
        assert!(BOXES.starts_with("# ") && BOXES.contains("Licence Ouverte"), "where it comes from stands in the file");
        let codes: Vec<&str> = lines().map(code_of).collect();
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]));
        for line in lines() {
            let [west, south, east, north] = bounds(line).unwrap_or_else(|| panic!("{line}"));
            assert!(west < east && south < north && west >= -180.0 && east <= 180.0 && south >= -90.0 && north <= 90.0, "{line}");
        }
    }

    #[test]
    fn lille_is_in_the_north() {
        let [west, south, east, north] = insee("59350").unwrap();
        assert!(west < 3.06 && 3.06 < east && south < 50.63 && 50.63 < north);
        assert!(["75056", "2A004", "97411", "59", "974", "R32", "200093201"].iter().all(|code| insee(code).is_some()));
        assert_eq!(insee("99999"), None);
    }
}
