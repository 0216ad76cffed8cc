//! Three pages and their ranks.

use drawing::prelude::*;
use mlmath::inverse::operator_norm_1;
use mlmath::linear_systems::{condition_number, solve};
use mlmath::matrices::identity;

/// The links of three pages, from and to, counted from 0.
const LINKS: [[usize; 2]; 4] = [[0, 1], [0, 2], [1, 2], [2, 0]];

/// What can be added.
const ADDED: [Option<[usize; 2]>; 3] = [None, Some([1, 0]), Some([2, 1])];
const WORDS: [&str; 3] = ["nothing", "2 → 1", "3 → 2"];

/// Where the pages stand on the sheet, and on which side their ranks.
const PAGES: [([f64; 2], Place); 3] = [
    ([120.0, 216.0], West),
    ([260.0, 68.0], East),
    ([400.0, 216.0], East),
];

/// The radius of a circle for the rank 1.
const WHOLE: f64 = 74.0;

/// How far an arrow is from the line between two middles.
const ASIDE: f64 = 9.0;

parameters! {
    /// A link that is added, and the share of readers who follow a link.
    pub struct Web {
        add: choice("add the link", &WORDS),
        alpha: slider("$α$", [0.05, 0.95], 0.05, 0.85),
    }
}

/// The matrix I − αM of the ranks of three pages.
pub fn system(links: &[[usize; 2]], alpha: f64) -> Matrix {
    let mut a = identity(PAGES.len());
    for &[from, to] in links {
        let count = links.iter().filter(|link| link[0] == from).count();
        a[[to, from]] -= alpha / count as f64;
    }
    a
}

/// Three pages as large as their ranks, and the links between them.
pub fn page_ranks(Web { add, alpha }: Web) -> Frame {
    let links: Vec<_> = LINKS.into_iter().chain(ADDED[add]).collect();
    let a = system(&links, alpha);
    let b = Vector::from_elem(PAGES.len(), (1.0 - alpha) / PAGES.len() as f64);
    let ranks = solve(&a, &b).expect("ranks that exist");
    let kappa = condition_number(&a, operator_norm_1).expect("an invertible matrix");
    let radius = |page: usize| WHOLE * ranks[page].sqrt();

    let mut panel = Panel::sheet(WIDTH, 276.0);
    for &[from, to] in &links {
        let style = match ADDED[add] == Some([from, to]) {
            true => Two.dashed(),
            false => Ink.line(),
        };
        let [start, end] = ends(
            [from, to].map(|page| PAGES[page].0),
            [radius(from), radius(to)],
        );
        panel.arrow(start, end, style);
    }
    for (page, (middle, side)) in PAGES.into_iter().enumerate() {
        panel.circle(middle, radius(page), One.width(2.0).filled(0.16));
        let number = Label::new((page + 1).to_string()).large().heavy().bare();
        panel.label(middle, Centre, number);
        let away = if side == West {
            -radius(page)
        } else {
            radius(page)
        };
        let rank = One.name(rounded(ranks[page], 3));
        panel.label([middle[0] + away, middle[1]], side, rank);
    }

    let list = joined(ranks.iter().map(|&rank| rounded(rank, 3)), ", ");
    let [alpha, kappa] = [alpha, kappa].map(decimal);
    let state = format!("α = {alpha}: ranks {list}; κ₁ = {kappa}.");
    let name = |[from, to]: &[usize; 2]| format!("{} to {}", from + 1, to + 1);
    let all = joined(links.iter().map(name), ", ");
    let last = if add == 0 {
        ""
    } else {
        "; the last was added and is dashed"
    };
    Frame::new("The ranks of three pages", panel)
        .describe(format!(
            "Three circles with the numbers 1 to 3 at the corners of a triangle, their areas in \
             proportion to the ranks of three pages, which stand beside them. Arrows show the \
             links: {all}{last}. {state}"
        ))
        .state(state)
}

/// An arrow between two circles, to the left of the line between their middles,
/// so that there is room for one back.
fn ends([from, to]: [[f64; 2]; 2], radii: [f64; 2]) -> [[f64; 2]; 2] {
    let way = [to[0] - from[0], to[1] - from[1]];
    let length = way[0].hypot(way[1]);
    let [x, y] = way.map(|z| z / length);
    let along = radii.map(|radius| ((radius + 3.0).powi(2) - ASIDE * ASIDE).sqrt());
    let at = |t: f64| [from[0] + t * x + ASIDE * y, from[1] + t * y - ASIDE * x];
    [at(along[0]), at(length - along[1])]
}
