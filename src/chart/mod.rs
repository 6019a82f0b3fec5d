//! Charts as rectangles, lines and words on a sheet: a template prints them as SVG. A chart is drawn from the very numbers of the table
//! beside it.

mod axis;

use serde::Serialize;

/// Width of the sheet, in units of its own; words are about 11 of them high.
const WIDTH: f64 = 360.0;
/// Characters of a label above a bar, at most; the table has it whole.
const LABEL: usize = 54;

/// A chart, ready for a template.
#[derive(Debug, Default, Serialize, PartialEq)]
pub struct Chart {
    /// Width of the sheet.
    pub width: f64,
    /// Height of the sheet.
    pub height: f64,
    /// Rectangles.
    pub bars: Vec<Bar>,
    /// Words.
    pub words: Vec<Word>,
    /// Lines of the grid.
    pub lines: Vec<Rule>,
}

/// A rectangle.
#[derive(Debug, Serialize, PartialEq)]
pub struct Bar {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    /// `for`, `against`, `neutral`, or nothing.
    class: &'static str,
}

/// Words on the sheet.
#[derive(Debug, Serialize, PartialEq)]
pub struct Word {
    x: f64,
    y: f64,
    /// `start`, `middle` or `end` of the words is at `x`.
    anchor: &'static str,
    text: String,
}

/// A horizontal line.
#[derive(Debug, Serialize, PartialEq)]
pub struct Rule {
    y: f64,
    x1: f64,
    x2: f64,
}

/// A value with its name.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// Its name.
    pub label: String,
    /// The value.
    pub value: u64,
    /// The value as people read it.
    pub text: String,
    /// See [`Bar::class`].
    pub class: &'static str,
}

/// Bars that lie, one under the other, each below its name.
pub fn bars(values: &[Value]) -> Chart {
    const ROW: f64 = 30.0;
    /// Room for the number behind the longest bar.
    const NUMBER: f64 = 58.0;
    let largest = values.iter().map(|value| value.value).max().unwrap_or(0).max(1) as f64;
    let mut chart = Chart { width: WIDTH, height: ROW * values.len() as f64 + 4.0, ..Chart::default() };
    for (at, value) in values.iter().enumerate() {
        let y = at as f64 * ROW;
        // What is not nought can be seen.
        let width = if value.value == 0 { 0.0 } else { round(value.value as f64 / largest * (WIDTH - NUMBER)).max(1.0) };
        chart.words.push(Word { x: 0.0, y: y + 11.0, anchor: "start", text: short(&value.label) });
        chart.bars.push(Bar { x: 0.0, y: y + 16.0, width, height: 10.0, class: value.class });
        chart.words.push(Word { x: width + 5.0, y: y + 25.0, anchor: "start", text: value.text.clone() });
    }
    chart
}

/// Columns that stand side by side, as for days; only some have their name below.
pub fn columns(values: &[Value], number: &dyn Fn(u64) -> String) -> Chart {
    const TOP: f64 = 12.0;
    const HEIGHT: f64 = 120.0;
    const BOTTOM: f64 = 22.0;
    const LEFT: f64 = 34.0;
    let largest = values.iter().map(|value| value.value).max().unwrap_or(0);
    let ticks = axis::ticks(largest);
    let top = ticks.last().copied().unwrap_or(1).max(1) as f64;
    let mut chart = Chart { width: WIDTH, height: TOP + HEIGHT + BOTTOM, ..Chart::default() };
    for tick in &ticks {
        let y = round(TOP + HEIGHT * (1.0 - *tick as f64 / top));
        chart.lines.push(Rule { y, x1: LEFT, x2: WIDTH });
        chart.words.push(Word { x: LEFT - 4.0, y: y + 4.0, anchor: "end", text: number(*tick) });
    }
    let step = (WIDTH - LEFT) / values.len().max(1) as f64;
    for (at, value) in values.iter().enumerate() {
        let height = if value.value == 0 { 0.0 } else { round(value.value as f64 / top * HEIGHT).max(1.0) };
        let gap = (step * 0.15).min(2.0);
        let x = LEFT + at as f64 * step;
        chart.bars.push(Bar {
            x: round(x + gap),
            y: round(TOP + HEIGHT - height),
            width: round((step - 2.0 * gap).max(0.5)),
            height,
            class: value.class,
        });
    }
    // Ends and middle, where they have room.
    let last = values.len().saturating_sub(1);
    let mut named = vec![(0, "start"), (last, "end")];
    if values.len() > 4 {
        named.insert(1, (last / 2, "middle"));
    }
    named.truncate(if last == 0 { 1 } else { 3 });
    for (at, anchor) in named {
        let Some(value) = values.get(at) else { continue };
        let x = LEFT
            + step * at as f64
            + if anchor == "start" {
                0.0
            } else if anchor == "end" {
                step
            } else {
                step / 2.0
            };
        chart.words.push(Word { x: round(x), y: TOP + HEIGHT + 15.0, anchor, text: value.label.clone() });
    }
    chart
}

fn short(label: &str) -> String {
    if label.chars().count() <= LABEL {
        return label.to_owned();
    }
    let mut text: String = label.chars().take(LABEL - 1).collect();
    text.truncate(text.trim_end().len());
    text.push('…');
    text
}

fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn values(numbers: &[u64]) -> Vec<Value> {
        numbers.iter().map(|&value| Value { label: format!("label {value}"), value, text: value.to_string(), class: "" }).collect()
    }

    #[test]
    fn lengths_follow_numbers() {
        let chart = bars(&values(&[10, 5, 0, 1]));
        assert_eq!(chart.bars.iter().map(|bar| bar.width).collect::<Vec<_>>(), [302.0, 151.0, 0.0, 30.2]);
        let chart = columns(&values(&[10, 5, 0]), &|n| n.to_string());
        assert_eq!(chart.bars[0].height, 2.0 * chart.bars[1].height);
        assert_eq!(chart.bars[2].height, 0.0);
        assert_eq!(short(&"é".repeat(60)).chars().count(), LABEL);
    }

    proptest! {
        #[test]
        fn everything_lies_on_the_sheet(numbers in prop::collection::vec(0u64..1_000_000_000, 1..70)) {
            for chart in [bars(&values(&numbers)), columns(&values(&numbers), &|n| n.to_string())] {
                for bar in &chart.bars {
                    prop_assert!(bar.x >= 0.0 && bar.y >= 0.0 && bar.x + bar.width <= chart.width + 0.2 && bar.y + bar.height <= chart.height + 0.2);
                }
                for word in &chart.words {
                    prop_assert!((0.0..=chart.width).contains(&word.x) && (0.0..=chart.height).contains(&word.y));
                }
            }
        }
    }
}
