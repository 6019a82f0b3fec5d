//! Columns of counts: which mark is of decimals.

use crate::archive::Decimal;
use crate::diagnose::{Diagnostic, codes};
use crate::import::values::numbers::{NumberForm, evidence};

/// What the cells showed.
#[derive(Debug, Default)]
pub struct Counts {
    point: bool,
    comma: bool,
    /// Cells that would be another number if their mark were of decimals.
    open: u64,
}

impl Counts {
    /// Looks at a cell.
    pub fn cell(&mut self, text: &str) {
        // Most cells are plain digits.
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            return;
        }
        let found = evidence(text);
        self.point |= found.decimal.0;
        self.comma |= found.decimal.1;
        self.open += u64::from(found.open);
    }

    /// The form; a declared mark wins.
    pub fn settle(&self, declared: Option<Decimal>, column: &str, remarks: &mut Vec<Diagnostic>) -> NumberForm {
        if let Some(mark) = declared {
            return NumberForm { point_decimal: mark == Decimal::Point, comma_decimal: mark == Decimal::Comma };
        }
        if self.open > 0 && !self.point && !self.comma {
            remarks.push(Diagnostic::new(codes::THOUSANDS_TAKEN).column(column).count(self.open));
        }
        NumberForm { point_decimal: self.point, comma_decimal: self.comma }
    }
}
