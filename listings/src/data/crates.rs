/// The crates that this book was built on one day, and which of them each
/// depends on.
#[derive(Debug, Clone, PartialEq)]
pub struct Crates {
    /// The names in alphabetical order; with the version where there are several.
    pub names: Vec<&'static str>,
    /// The crates that each depends on, as places in `names`.
    pub links: Vec<Vec<usize>>,
}

/// A snapshot of the book's own `Cargo.lock`: 306 crates that others have
/// published, and 705 dependencies among them.
///
/// Cost: a text of 12 KB is parsed at each call.
///
/// ```
/// use mlmath::data::crates;
///
/// let crates = crates();
/// let place = |name: &str| crates.names.iter().position(|n| *n == name);
/// let (quote, below) = (place("quote").unwrap(), place("proc-macro2").unwrap());
/// assert_eq!(crates.links[quote], [below]);
/// ```
///
/// Source: this book's repository.
pub fn crates() -> Crates {
    let lines = include_str!("crates.txt").lines();
    let lines: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once(':')).collect();
    let names: Vec<&str> = lines.iter().map(|(name, _)| *name).collect();
    let place = |name: &str| {
        names
            .binary_search(&name.trim())
            .expect("a crate of the list")
    };
    let links = lines
        .iter()
        .map(|(_, list)| {
            list.split(',')
                .filter(|name| !name.trim().is_empty())
                .map(place)
                .collect()
        })
        .collect();
    Crates { names, links }
}
