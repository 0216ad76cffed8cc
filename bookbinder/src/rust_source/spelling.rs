//! How a path spells a type or a trait: `&Var`, `Mul<f64>`.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, GenericParam, Generics, PathArguments, Type};

/// The spellings of one name.
#[derive(Debug, Clone)]
pub(super) struct Spelling {
    /// In full, the one to be shown first.
    pub full: Vec<String>,
    /// With something left out.
    pub short: Vec<String>,
}

impl Spelling {
    /// Of a name that has one spelling.
    pub fn of_name(name: &str) -> Spelling {
        Spelling {
            full: vec![name.to_owned()],
            short: Vec::new(),
        }
    }

    /// Of a trait with its arguments, which may be left out: `Mul<f64>`, `Mul`.
    pub fn of_trait(path: &syn::Path) -> Spelling {
        let whole = spelt(path);
        let short = vec![head(&whole).to_owned()];
        Spelling {
            full: vec![whole],
            short,
        }
    }

    /// Of the type that is implemented. Its `&` and its arguments may be left
    /// out; arguments that stand for any are, `Mat` for `Mat<M, N>`.
    pub fn of_subject(subject: &Type, generics: &Generics) -> Spelling {
        let whole = spelt(subject);
        let marks = whole.len() - referred(&whole).len();
        let (mark, inner) = whole.split_at(marks);
        let bare = head(inner);
        let mut full = vec![whole.clone()];
        if takes_any(subject, generics) {
            full.insert(0, format!("{mark}{bare}"));
        }
        let short = [format!("{mark}{bare}"), inner.to_owned(), bare.to_owned()];
        Spelling {
            full,
            short: short.into(),
        }
    }
}

/// A type without its references: `Var` of `&Var`.
pub(super) fn referent(subject: &Type) -> &Type {
    match subject {
        Type::Reference(reference) => referent(&reference.elem),
        Type::Paren(inner) => referent(&inner.elem),
        Type::Group(inner) => referent(&inner.elem),
        other => other,
    }
}

fn referred(spelt: &str) -> &str {
    match spelt.strip_prefix('&') {
        Some(rest) => referred(rest.strip_prefix("mut ").unwrap_or(rest)),
        None => spelt,
    }
}

/// The name before the arguments.
fn head(spelt: &str) -> &str {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    match spelt.split_once('<') {
        Some((name, _)) if !name.is_empty() && name.chars().all(word) => name,
        _ => spelt,
    }
}

/// Whether all arguments of a type are parameters of its implementation.
fn takes_any(subject: &Type, generics: &Generics) -> bool {
    let Type::Path(path) = referent(subject) else {
        return false;
    };
    let Some(last) = path.path.segments.last() else {
        return false;
    };
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return false;
    };
    let is_parameter = |argument: &GenericArgument| {
        let name = spelt(argument);
        generics.params.iter().any(|parameter| match parameter {
            GenericParam::Type(parameter) => parameter.ident == name,
            GenericParam::Const(parameter) => parameter.ident == name,
            GenericParam::Lifetime(_) => false,
        })
    };
    let mut arguments = arguments.args.iter();
    arguments.all(|one| matches!(one, GenericArgument::Lifetime(_)) || is_parameter(one))
}

/// Rust without lifetimes, without the modules before a name, and without
/// blanks but where two words would run together.
pub(super) fn spelt(code: &impl ToTokens) -> String {
    let mut words = Vec::new();
    read(code.to_token_stream(), &mut words);
    let mut text = String::new();
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    for word in words {
        if text.ends_with(is_word) && word.starts_with(is_word) {
            text.push(' ');
        }
        text.push_str(&word);
    }
    text
}

fn read(code: TokenStream, words: &mut Vec<String>) {
    let mut tokens = code.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => {
                let [open, close] = match group.delimiter() {
                    Delimiter::Parenthesis => ["(", ")"],
                    Delimiter::Brace => ["{", "}"],
                    Delimiter::Bracket => ["[", "]"],
                    Delimiter::None => ["", ""],
                };
                words.push(open.to_owned());
                read(group.stream(), words);
                words.push(close.to_owned());
            }
            TokenTree::Punct(mark) if mark.as_char() == '\'' => {
                tokens.next();
                let comma = |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',');
                if words.last().is_some_and(|word| word == "+") {
                    words.pop();
                } else {
                    tokens.next_if(comma);
                }
            }
            TokenTree::Punct(mark)
                if mark.as_char() == '>' && words.last().is_some_and(|word| word == "<") =>
            {
                // Nothing but lifetimes stood there.
                words.pop();
            }
            token => words.push(token.to_string()),
        }
        without_module(words);
    }
}

/// Takes a module and its colons from the end: modules are in small letters.
fn without_module(words: &mut Vec<String>) {
    let [.., before, first, second] = words.as_slice() else {
        return;
    };
    let small = |c: char| c.is_lowercase() || c == '_';
    if first == ":" && second == ":" && before.starts_with(small) {
        words.truncate(words.len() - 3);
    }
}
