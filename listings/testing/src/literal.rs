//! Whether a computed value is what a page prints: the literal's kind, and
//! how far the value may be from it.

use crate::expression::{evaluate, plain};
use ndarray::{ArrayBase, Data, Ix1, Ix2};

/// A computed value, as far as a literal can print it.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A number in f64.
    Number(f64),
    /// A number in f32.
    Single(f32),
    /// A count.
    Integer(i128),
    /// A word, or yes and no.
    Words(String),
    /// A tuple, or the rows of a matrix.
    List(Vec<Value>),
}

/// What a test can claim of a page.
pub trait Claimed {
    /// The value itself.
    fn value(&self) -> Value;
}

/// Whether the value is what the literal prints; if not, what it does instead:
/// "is 5.5".
pub fn agrees(literal: &str, value: &Value) -> Result<(), String> {
    let rows = rows(literal);
    match value {
        Value::List(values) if values.iter().any(|value| matches!(value, Value::List(_))) => {
            let table = values.iter().map(|row| match row {
                Value::List(row) => row.iter().collect(),
                single => vec![single],
            });
            same_table(&rows, &table.collect::<Vec<_>>())
        }
        Value::List(values) if rows.len() > 1 => {
            let column: Vec<_> = values.iter().map(|value| vec![value]).collect();
            same_table(&rows, &column)
        }
        Value::List(values) => same_table(&rows, &[values.iter().collect()]),
        Value::Words(words) => same_words(literal, words),
        single => same_table(&rows, &[vec![single]]),
    }
}

fn same_words(literal: &str, words: &str) -> Result<(), String> {
    match inside(literal, "\\text{", "}").unwrap_or(literal).trim() == words {
        true => Ok(()),
        false => Err(format!("is {words:?}")),
    }
}

fn same_table(literal: &[Vec<String>], values: &[Vec<&Value>]) -> Result<(), String> {
    let shape = |widths: Vec<usize>| match widths[..] {
        [1] => "one number".to_owned(),
        [width] => format!("{width} numbers"),
        _ => format!("rows of {widths:?} numbers"),
    };
    let printed = shape(literal.iter().map(Vec::len).collect());
    let computed = shape(values.iter().map(Vec::len).collect());
    if printed != computed {
        return Err(format!("prints {printed}, but the value is {computed}"));
    }
    let mut entries = literal.iter().flatten().zip(values.iter().flatten());
    let alone = entries.clone().count() == 1;
    entries.try_for_each(|(entry, value)| {
        same_entry(entry, value).map_err(|why| match alone {
            true => why,
            false => format!("has {entry}, which {why}"),
        })
    })
}

fn same_entry(entry: &str, value: &Value) -> Result<(), String> {
    let literal = || Literal::read(entry).map_err(|why| format!("cannot be read: {why}"));
    match value {
        Value::Number(value) => literal()?.prints(*value),
        Value::Single(value) => literal()?.prints_single(*value),
        Value::Integer(value) => literal()?.prints_integer(*value),
        other => agrees(entry, other),
    }
}

/// The entries of a literal: one number, a tuple or the rows of a matrix.
fn rows(literal: &str) -> Vec<Vec<String>> {
    let text = literal
        .replace("\\left", "")
        .replace("\\right", "")
        .replace("bmatrix", "pmatrix");
    let mut text = text.trim();
    for transposed in ["^\\top", "^{\\top}", "^T"] {
        text = text.strip_suffix(transposed).unwrap_or(text);
    }
    if let Some(matrix) = inside(text, "\\begin{pmatrix}", "\\end{pmatrix}") {
        return matrix
            .split("\\\\")
            .filter(|row| !row.trim().is_empty())
            .map(|row| split(row, '&'))
            .collect();
    }
    let tuple = inside(text, "(", ")").or(inside(text, "[", "]"));
    match tuple.map(|tuple| split(tuple, ',')) {
        Some(entries) if entries.len() > 1 => vec![entries],
        _ => vec![split(text, ',')],
    }
}

fn inside<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.trim().strip_prefix(before)?.strip_suffix(after)
}

/// Splits at signs that stand in no brackets; TeX's `\,` is none.
fn split(text: &str, at: char) -> Vec<String> {
    let mut entries = vec![String::new()];
    let (mut depth, mut escaped) = (0, false);
    for c in text.chars() {
        depth += i32::from("({[".contains(c)) - i32::from(")}]".contains(c));
        if c == at && depth == 0 && !escaped {
            entries.push(String::new());
        } else {
            entries.last_mut().expect("never empty").push(c);
        }
        escaped = c == '\\' && !escaped;
    }
    entries
        .iter()
        .map(|entry| entry.trim().to_owned())
        .collect()
}

/// A number as a page prints it.
#[derive(Debug, PartialEq)]
enum Literal {
    /// `10\,000`: every digit counts.
    Integer(i128),
    /// `\tfrac{1}{3}`, `\sqrt{5}`: a value that f64 can miss by rounding.
    Exact(f64),
    /// `-0.6225`, `2.2 \cdot 10^{-16}`, `39.3\,\%`: a value that was rounded
    /// to a multiple of `unit`.
    Rounded {
        value: f64,
        unit: f64,
        /// Whether the digits belong to a power of ten, so that below this
        /// power the unit is ten times finer.
        scientific: bool,
    },
}

impl Literal {
    fn read(text: &str) -> Result<Literal, String> {
        let clean = plain(inside(text, "\\text{", "}").unwrap_or(text));
        let (number, shift) = match clean.trim().strip_suffix('%') {
            Some(number) => (number.strip_suffix('\\').unwrap_or(number), -2),
            None => (&clean[..], 0),
        };
        let number: String = number.split_whitespace().collect::<Vec<_>>().join(" ");
        if let (Ok(value), 0) = (number.parse(), shift) {
            return Ok(Literal::Integer(value));
        }
        if let Some((mantissa, exponent)) = scientific(&number) {
            return Literal::rounded(&mantissa, exponent + shift, true);
        }
        if is_decimal(&number) && number.contains('.') {
            return Literal::rounded(&number, shift, false);
        }
        Ok(Literal::Exact(evaluate(&number)? * 10f64.powi(shift)))
    }

    fn rounded(mantissa: &str, exponent: i32, scientific: bool) -> Result<Literal, String> {
        let decimals = mantissa
            .split_once('.')
            .map_or(0, |(_, digits)| digits.len());
        let parse = |text: String| {
            text.parse::<f64>()
                .map_err(|error| format!("{text}: {error}"))
        };
        Ok(Literal::Rounded {
            value: parse(format!("{mantissa}e{exponent}"))?,
            unit: parse(format!("1e{}", exponent - decimals as i32))?,
            scientific,
        })
    }

    fn prints(&self, computed: f64) -> Result<(), String> {
        let agree = match *self {
            // An integral value is computed without rounding, or not at all.
            Literal::Integer(value) if computed.fract() == 0.0 => computed as i128 == value,
            Literal::Integer(value) => is_near(computed, value as f64),
            Literal::Exact(value) => is_near(computed, value),
            Literal::Rounded {
                value,
                unit,
                scientific,
            } => rounds_to(computed, value, unit, scientific),
        };
        match agree {
            true => Ok(()),
            false => Err(format!("is {computed:?}")),
        }
    }

    /// An f32 has 7 digits, so nothing but the f32 next to an exact literal
    /// will do.
    fn prints_single(&self, computed: f32) -> Result<(), String> {
        let agree = match *self {
            Literal::Integer(value) => computed == value as f32,
            Literal::Exact(value) => computed == value as f32,
            Literal::Rounded { .. } => return self.prints(f64::from(computed)),
        };
        match agree {
            true => Ok(()),
            false => Err(format!("is {computed:?} in f32")),
        }
    }

    fn prints_integer(&self, computed: i128) -> Result<(), String> {
        match *self {
            Literal::Integer(value) if value == computed => Ok(()),
            Literal::Integer(_) => Err(format!("is {computed}")),
            _ => self.prints(computed as f64),
        }
    }
}

/// Relative 1e-12: some thousand roundings of f64, and far below the digits
/// of any exact number that could be mistaken for this one. Near 0 nothing is
/// left to be relative to: what cancels to 0 leaves the rounding errors of
/// its terms, which are of moderate size on a page, so 1e-12 absolute.
fn is_near(computed: f64, exact: f64) -> bool {
    let tolerance = if exact == 0.0 {
        1e-12
    } else {
        1e-12 * exact.abs()
    };
    let same = computed == exact || (computed.is_nan() && exact.is_nan());
    same || (exact.is_finite() && (computed - exact).abs() <= tolerance)
}

/// Half a unit, and a hair more: a value in the middle may go either way.
fn rounds_to(computed: f64, printed: f64, unit: f64, scientific: bool) -> bool {
    let power_of_ten = format!("{printed:e}")
        .trim_start_matches('-')
        .starts_with("1e");
    let finer = scientific && power_of_ten && computed.abs() < printed.abs();
    let half = if finer { unit / 20.0 } else { unit / 2.0 };
    (computed - printed).abs() <= half * (1.0 + 1e-9)
}

/// Mantissa and exponent of `2.2 \cdot 10^{-16}`, `-10^5` or `2.2e-16`.
fn scientific(text: &str) -> Option<(String, i32)> {
    if let Some((mantissa, exponent)) = text.split_once(['e', 'E']) {
        return is_decimal(mantissa).then_some((mantissa.to_owned(), exponent.parse().ok()?));
    }
    let (before, exponent) = text.split_once("10^")?;
    let exponent = inside(exponent, "{", "}").unwrap_or(exponent);
    let before = before.trim();
    let mantissa = match before {
        "" | "-" => format!("{before}1"),
        _ => before.strip_suffix("\\cdot")?.trim().to_owned(),
    };
    is_decimal(&mantissa).then_some((mantissa, exponent.trim().parse().ok()?))
}

fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
}

macro_rules! claimed {
    ($($type:ty)*, $self:ident => $value:expr) => {
        $(impl Claimed for $type {
            fn value(&$self) -> Value {
                $value
            }
        })*
    };
}

claimed!(f64, self => Value::Number(*self));
claimed!(f32, self => Value::Single(*self));
claimed!(i32 i64 u32 u64 usize, self => Value::Integer(*self as i128));
claimed!(i128, self => Value::Integer(*self));
claimed!(str String, self => Value::Words(self.to_string()));
claimed!(bool, self => Value::Words(if *self { "yes" } else { "no" }.to_owned()));

impl<T: Claimed + ?Sized> Claimed for &T {
    fn value(&self) -> Value {
        (**self).value()
    }
}

impl<T: Claimed> Claimed for [T] {
    fn value(&self) -> Value {
        Value::List(self.iter().map(Claimed::value).collect())
    }
}

impl<T: Claimed, const N: usize> Claimed for [T; N] {
    fn value(&self) -> Value {
        self[..].value()
    }
}

impl<T: Claimed> Claimed for Vec<T> {
    fn value(&self) -> Value {
        self[..].value()
    }
}

impl<S: Data<Elem = f64>> Claimed for ArrayBase<S, Ix1> {
    fn value(&self) -> Value {
        Value::List(self.iter().map(Claimed::value).collect())
    }
}

impl<S: Data<Elem = f64>> Claimed for ArrayBase<S, Ix2> {
    fn value(&self) -> Value {
        Value::List(self.rows().into_iter().map(|row| row.value()).collect())
    }
}
