//! The rank of a row, computed again in a spreadsheet by one formula (`COUNTIFS` of OpenFormula 1.3, 6.3.10), for whoever opens the table.

use serde::Serialize;

use crate::export::{ColumnMade, column_letters};

/// Names of functions and the sign between arguments, in the language of the archive.
pub struct Dialect {
    /// `IF`.
    pub condition: String,
    /// `COUNTIFS`.
    pub count: String,
    /// Between arguments: a semicolon where the decimal sign is a comma.
    pub separator: char,
}

/// A formula for the second row, to be filled down.
#[derive(Debug, Serialize, PartialEq, Eq)]
pub struct SheetRank {
    /// The formula.
    pub formula: String,
    /// Letters of the columns it names: kind, score.
    pub kind: String,
    pub score: String,
    /// A free column and what must stand in it, where equal scores are parted by a second number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub helper: Option<(String, String)>,
}

/// The formula for a ranking whose columns the table has. `parted`: among equal scores the sum of both sides decides.
pub fn sheet_rank(columns: &[ColumnMade], ranking: &str, parted: bool, dialect: &Dialect) -> Option<SheetRank> {
    let letters = |name: &str| columns.iter().position(|column| column.name == name).map(column_letters);
    let (kind, score) = (letters("kind")?, letters(&format!("score_{ranking}"))?);
    let Dialect { condition, count, separator: s } = dialect;
    let better = format!("{count}({kind}:{kind}{s}{kind}2{s}{score}:{score}{s}\">\"&{score}2)");
    if !parted {
        let formula = format!("={condition}({score}2=\"\"{s}\"\"{s}1+{better})");
        return Some(SheetRank { formula, kind, score, helper: None });
    }
    let free = column_letters(columns.len());
    let equal = format!("{count}({kind}:{kind}{s}{kind}2{s}{score}:{score}{s}{score}2{s}{free}:{free}{s}\">\"&{free}2)");
    let formula = format!("={condition}({score}2=\"\"{s}\"\"{s}1+{better}+{equal})");
    let sum = format!("={}2+{}2", letters("votes_for")?, letters("votes_against")?);
    Some(SheetRank { formula, kind, score, helper: Some((free, sum)) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::ColumnKind;

    fn columns(names: &[&'static str]) -> Vec<ColumnMade> {
        let made = |name: &&'static str| ColumnMade { name: (*name).into(), kind: ColumnKind::Text, required: false, example: None };
        names.iter().map(made).collect()
    }

    #[test]
    fn columns_are_named_by_their_letters() {
        let english = Dialect { condition: "IF".into(), count: "COUNTIFS".into(), separator: ',' };
        let table = columns(&["id", "kind", "votes_for", "votes_against", "rank_support", "score_support", "score_divisive"]);
        let plain = sheet_rank(&table, "support", false, &english).unwrap();
        assert_eq!(plain.formula, "=IF(F2=\"\",\"\",1+COUNTIFS(B:B,B2,F:F,\">\"&F2))");
        let french = Dialect { condition: "SI".into(), count: "NB.SI.ENS".into(), separator: ';' };
        let parted = sheet_rank(&table, "divisive", true, &french).unwrap();
        assert_eq!(parted.formula, "=SI(G2=\"\";\"\";1+NB.SI.ENS(B:B;B2;G:G;\">\"&G2)+NB.SI.ENS(B:B;B2;G:G;G2;H:H;\">\"&H2))");
        assert_eq!(parted.helper, Some(("H".into(), "=C2+D2".into())));
        assert_eq!(sheet_rank(&table, "approval", false, &english), None);
    }
}
