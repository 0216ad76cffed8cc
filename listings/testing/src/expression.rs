//! The value of an exact expression as a page prints it, in TeX or plain text:
//! `10\,000`, `-1/3`, `\tfrac{2}{3}`, `3\sqrt{2} - 1`, `2\pi`, `\log 2`.

use std::fmt;
use std::iter::Peekable;
use std::str::Chars;

/// The value of an expression, or why it has none.
pub fn evaluate(text: &str) -> Result<f64, String> {
    parse(&plain(text)).map_err(|message| format!("{text:?} is no exact number: {message}"))
}

fn parse(text: &str) -> Result<f64, String> {
    let mut parser = Parser {
        tokens: tokens(text)?,
        at: 0,
    };
    let value = parser.sum()?;
    match parser.peek() {
        None => Ok(value),
        Some(token) => Err(format!("{token} was not expected")),
    }
}

/// The text with one spelling for each sign.
pub fn plain(text: &str) -> String {
    let spellings = [
        ("−", "-"),
        ("·", "\\cdot "),
        ("×", "\\cdot "),
        ("\\times", "\\cdot "),
        ("π", "\\pi "),
        ("∞", "\\infty "),
        ("√", "\\root "),
        ("\\tfrac", "\\frac"),
        ("\\dfrac", "\\frac"),
        ("\\left", ""),
        ("\\right", ""),
        ("\\,", "\u{202f}"),
        ("\\;", " "),
        ("\\ ", " "),
        ("\u{a0}", "\u{202f}"),
        ("\u{2009}", "\u{202f}"),
    ];
    let mut plain = text.to_owned();
    for (from, to) in spellings {
        plain = plain.replace(from, to);
    }
    without_thin_spaces(&plain)
}

/// A thin space between two digits groups them; elsewhere it is a space.
fn without_thin_spaces(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let is_digit = |i: Option<usize>| {
        i.and_then(|i| chars.get(i))
            .is_some_and(char::is_ascii_digit)
    };
    let mut result = String::new();
    for (i, &c) in chars.iter().enumerate() {
        match c {
            '\u{202f}' if is_digit(i.checked_sub(1)) && is_digit(Some(i + 1)) => {}
            '\u{202f}' => result.push(' '),
            c => result.push(c),
        }
    }
    result
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Number(f64),
    /// `\pi` and the like, without the backslash; also `e` and `inf`.
    Word(String),
    Sign(char),
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Token::Number(value) => write!(f, "{value}"),
            Token::Word(word) => write!(f, "{word:?}"),
            Token::Sign(sign) => write!(f, "{sign:?}"),
        }
    }
}

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(&c) = chars.peek() {
        if c.is_ascii_digit() {
            let digits = take_while(&mut chars, |c| c.is_ascii_digit());
            tokens.push(Token::Number(digits.parse().expect("digits are a number")));
        } else if c.is_ascii_alphabetic() || c == '\\' {
            chars.next();
            let rest = take_while(&mut chars, |c| c.is_ascii_alphabetic());
            let first = if c == '\\' {
                String::new()
            } else {
                c.to_string()
            };
            tokens.push(Token::Word(first + &rest));
        } else if "+-*/^(){}[]".contains(c) {
            chars.next();
            tokens.push(Token::Sign(c));
        } else if c.is_whitespace() {
            chars.next();
        } else {
            return Err(format!("{c:?} has no place in it"));
        }
    }
    Ok(tokens)
}

fn take_while(chars: &mut Peekable<Chars<'_>>, wanted: impl Fn(&char) -> bool) -> String {
    let mut taken = String::new();
    while let Some(c) = chars.next_if(&wanted) {
        taken.push(c);
    }
    taken
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn next(&mut self) -> Option<Token> {
        self.at += 1;
        self.tokens.get(self.at - 1).cloned()
    }

    fn take(&mut self, sign: char) -> bool {
        let found = self.peek() == Some(&Token::Sign(sign));
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, sign: char) -> Result<(), String> {
        match self.take(sign) {
            true => Ok(()),
            false => Err(format!("{sign:?} is missing")),
        }
    }

    fn sum(&mut self) -> Result<f64, String> {
        let mut sum = self.product()?;
        loop {
            if self.take('+') {
                sum += self.product()?;
            } else if self.take('-') {
                sum -= self.product()?;
            } else {
                return Ok(sum);
            }
        }
    }

    fn product(&mut self) -> Result<f64, String> {
        let mut product = self.signed()?;
        loop {
            match self.peek() {
                Some(Token::Sign('*')) => {
                    self.at += 1;
                    product *= self.signed()?;
                }
                Some(Token::Sign('/')) => {
                    self.at += 1;
                    product /= self.signed()?;
                }
                Some(Token::Word(word)) if word == "cdot" => {
                    self.at += 1;
                    product *= self.signed()?;
                }
                // Factors side by side; two numbers would be a slip of the pen.
                Some(Token::Word(_) | Token::Sign('(')) => product *= self.power()?,
                _ => return Ok(product),
            }
        }
    }

    fn signed(&mut self) -> Result<f64, String> {
        if self.take('-') {
            Ok(-self.signed()?)
        } else if self.take('+') {
            self.signed()
        } else {
            self.power()
        }
    }

    fn power(&mut self) -> Result<f64, String> {
        let base = self.atom()?;
        match self.take('^') {
            true if self.take('-') => Ok(base.powf(-self.argument()?)),
            true => Ok(base.powf(self.argument()?)),
            false => Ok(base),
        }
    }

    fn atom(&mut self) -> Result<f64, String> {
        match self.next() {
            Some(Token::Number(value)) => Ok(value),
            Some(Token::Sign('(')) => self.closed_by(')'),
            Some(Token::Sign('{')) => self.closed_by('}'),
            Some(Token::Word(word)) => match word.as_str() {
                "pi" => Ok(std::f64::consts::PI),
                "e" => Ok(std::f64::consts::E),
                "infty" | "inf" => Ok(f64::INFINITY),
                "NaN" => Ok(f64::NAN),
                "frac" => Ok(self.argument()? / self.argument()?),
                "root" => Ok(self.atom()?.sqrt()),
                "sqrt" if self.take('[') => {
                    let degree = self.closed_by(']')?;
                    Ok(self.argument()?.powf(1.0 / degree))
                }
                "sqrt" => Ok(self.argument()?.sqrt()),
                "log" => Ok(self.power()?.ln()),
                "exp" => Ok(self.power()?.exp()),
                word => Err(format!("{word:?} is not known")),
            },
            Some(token) => Err(format!("{token} was not expected")),
            None => Err("a number is missing at the end".to_owned()),
        }
    }

    fn closed_by(&mut self, bracket: char) -> Result<f64, String> {
        let value = self.sum()?;
        self.expect(bracket)?;
        Ok(value)
    }

    /// What TeX takes as one argument: braces, or a single sign.
    fn argument(&mut self) -> Result<f64, String> {
        match self.peek() {
            Some(Token::Number(value)) if *value >= 10.0 => Err(format!(
                "put {value} in braces: TeX takes its first digit only"
            )),
            _ => self.atom(),
        }
    }
}
