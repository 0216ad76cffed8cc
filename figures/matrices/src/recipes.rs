//! What so many batches of two recipes need, as bars.

use drawing::prelude::*;
use mlmath::matrices::times_vector;

/// The ingredients, one a row of the matrix, and the recipes, one a column.
const INGREDIENTS: [&str; 3] = ["flour", "butter", "sugar"];
const RECIPES: [&str; 2] = ["shortbread", "pound cake"];

/// Where the bars begin, and how many page units long a gram is.
pub(crate) const LEFT: f64 = 84.0;
pub(crate) const GRAM: f64 = 0.088;

/// The upper edge of the first bar, from each to the next, and how high they are.
const TOP: f64 = 46.0;
const PITCH: f64 = 42.0;
const HIGH: f64 = 28.0;

/// A part of a bar that is narrower than this has no number.
const ROOM: f64 = 46.0;

parameters! {
    /// How many batches of each recipe.
    pub struct Batches {
        shortbread: slider("batches of shortbread", [0.0, 8.0], 1.0, 1.0),
        cake: slider("batches of pound cake", [0.0, 8.0], 1.0, 1.0),
    }
}

/// The grams for one batch: a row for each ingredient, a column for each recipe.
fn recipes() -> Matrix {
    array![[300.0, 200.0], [200.0, 200.0], [100.0, 200.0]]
}

/// Bars of three ingredients, each in a part for either recipe.
pub fn recipe_bars(Batches { shortbread, cake }: Batches) -> Frame {
    let (a, x) = (recipes(), array![shortbread, cake]);
    let needed = times_vector(&a, &x).expect("a number of batches for each recipe");
    let parts = &a * &x; // column j times its number of batches
    let bottom = TOP + 3.0 * PITCH;

    let mut panel = Panel::sheet(WIDTH, bottom + 32.0);
    for (k, (recipe, left)) in RECIPES.into_iter().zip([LEFT, 260.0]).enumerate() {
        part(&mut panel, [left, 6.0], [left + 26.0, 26.0], k);
        panel.label([left + 26.0, 16.0], East, recipe);
    }
    for thousands in 0..=4 {
        let grams = 1000.0 * f64::from(thousands);
        let at = LEFT + GRAM * grams;
        let style = if thousands == 0 { Ink } else { Grid };
        panel.segment([at, TOP - 8.0], [at, bottom], style.width(1.25));
        let number = format!("{} g", decimal(grams));
        panel.label([at, bottom], South, Label::new(number).size(15.0).gap(6.0));
    }
    for (i, ingredient) in INGREDIENTS.into_iter().enumerate() {
        let top = TOP + PITCH * i as f64;
        let middle = top + HIGH / 2.0;
        panel.label([LEFT, middle], West, ingredient);
        let mut from = LEFT;
        for (k, &grams) in parts.row(i).iter().enumerate() {
            let to = from + GRAM * grams;
            part(&mut panel, [from, top], [to, top + HIGH], k);
            if to - from >= ROOM {
                let number = Label::new(decimal(grams));
                panel.label([(from + to) / 2.0, middle], Centre, number);
            }
            from = to;
        }
        let sum = Three.label(format!("{} g", decimal(needed[i]))).heavy();
        panel.label([from, middle], East, sum);
    }

    let all = needed.iter().zip(INGREDIENTS);
    let all = all.map(|(&grams, name)| format!("{} g of {name}", decimal(grams)));
    let batches = if shortbread == 1.0 {
        "batch"
    } else {
        "batches"
    };
    let state = format!(
        "{} {batches} of shortbread and {} of pound cake: {}.",
        decimal(shortbread),
        decimal(cake),
        joined(all, ", ")
    );
    let of = |i: usize| {
        let [first, second] = [0, 1].map(|j| decimal(parts[[i, j]]));
        format!("{} {first} and {second}", INGREDIENTS[i])
    };
    Frame::new("What the batches of two recipes need", panel)
        .describe(format!(
            "Three bars, one below the other, on one axis from 0 to 4000 g. Each bar has two \
             parts, a plain one for shortbread and then a hatched one for pound cake, in grams: \
             {}. {state}",
            joined((0..3).map(of), "; ")
        ))
        .state(state)
}

/// A part of a bar for one of the recipes; the second is hatched as well.
fn part(panel: &mut Panel, a: [f64; 2], b: [f64; 2], recipe: usize) {
    if b[0] - a[0] < TOLERANCE {
        return;
    }
    let (shade, colour) = [(0.4, One), (-0.4, Two)][recipe];
    panel.heat_map([a, b], &array![[shade]], &Shades::diverging(1.0));
    panel.rectangle(a, b, 0.0, colour.width(1.5));
}
