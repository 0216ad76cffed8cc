//! How the dot product of two random vectors spreads with their dimension.

use drawing::prelude::*;

/// The dimensions, each four times the one before.
const DIMENSIONS: [usize; 4] = [4, 16, 64, 256];

/// A row of the figure: from the one before, and of it the height of the
/// highest bar.
const PITCH: f64 = 82.0;
const HIGH: f64 = 54.0;

/// Bars that are lower than this part of the highest are left out.
const LOWEST: f64 = 0.003;

/// Where the first row ends, and the axis below the last.
const FIRST: f64 = 104.0;
const AXIS: f64 = FIRST + PITCH * 3.0 + 24.0;

/// The values that qᵀk can have for sign vectors of dimension d, divided by a
/// number, each with its probability for each unit of the axis.
///
/// The product is d less twice the number of places where the signs differ, and
/// each set of places is as likely as every other.
fn values(d: usize, by: f64) -> Vec<[f64; 2]> {
    // The probability of two equal vectors, spread over the distance of values.
    let mut density = 0.5f64.powi(d as i32) * by / 2.0;
    let value = |different: usize| {
        let value = [(d as f64 - 2.0 * different as f64) / by, density];
        density *= (d - different) as f64 / (different + 1) as f64;
        value
    };
    (0..=d).map(value).collect()
}

/// The root of the mean square: the mean is 0.
fn spread(values: &[[f64; 2]]) -> f64 {
    let squares: f64 = values.iter().map(|[x, density]| x * x * density).sum();
    let total: f64 = values.iter().map(|[_, density]| density).sum();
    (squares / total).sqrt()
}

fn highest(values: &[[f64; 2]]) -> f64 {
    values
        .iter()
        .map(|[_, density]| *density)
        .fold(0.0, f64::max)
}

/// One column of the figure.
struct Column {
    heading: &'static str,
    colour: Colour,
    /// From and to on the page.
    across: [f64; 2],
    /// How far the axis reaches on either side of 0, and its numbers.
    reach: f64,
    ticks: &'static [f64],
}

impl Column {
    fn page(&self, value: f64) -> f64 {
        let [left, right] = self.across;
        (left + right) / 2.0 + value / self.reach * (right - left) / 2.0
    }

    fn axis(&self, panel: &mut Panel) {
        let middle = self.page(0.0);
        panel.label([middle, 16.0], Centre, Label::new(self.heading).size(19.0));
        let ink = Ink.width(1.25).opacity(0.6);
        panel.segment([self.across[0], AXIS], [self.across[1], AXIS], ink);
        for &tick in self.ticks {
            let x = self.page(tick);
            panel.segment([x, AXIS], [x, AXIS + 5.0], ink);
            let label = Label::new(decimal(tick)).size(15.0).gap(9.0);
            panel.label([x, AXIS], South, label);
        }
        let thin = Ink.width(1.0).opacity(0.35);
        panel.segment([middle, 34.0], [middle, AXIS], thin);
    }

    /// The upper edges of the bars, as high as their densities are against
    /// `highest`.
    fn tops(&self, bottom: f64, values: &[[f64; 2]], highest: f64) -> Vec<[[f64; 2]; 2]> {
        let half = (values[0][0] - values[1][0]) / 2.0;
        let top = |&[value, density]: &[f64; 2]| {
            let part = density / highest;
            let shown = value.abs() + half <= self.reach && part > LOWEST;
            let y = bottom - HIGH * part;
            shown.then(|| [half, -half].map(|side| [self.page(value + side), y]))
        };
        values.iter().filter_map(top).collect()
    }

    /// All bars as one outline; below them a line from the mean less the spread
    /// to the mean and the spread.
    fn bars(&self, panel: &mut Panel, bottom: f64, values: &[[f64; 2]], highest: f64) {
        let mut outline = self.tops(bottom, values, highest).concat();
        let feet = [outline[0][0], outline[outline.len() - 1][0]];
        outline.insert(0, [feet[0], bottom]);
        outline.push([feet[1], bottom]);
        panel.polygon(&outline, self.colour.width(1.5).filled(0.25));
        let spread = spread(values);
        let y = bottom + 10.0;
        let [left, right] = [-spread, spread].map(|value| self.page(value));
        panel.segment([left, y], [right, y], Ink);
        for x in [left, right] {
            panel.segment([x, y - 5.0], [x, y + 5.0], Ink);
        }
        panel.label([right, y], East, format!("$±{}$", decimal(spread)));
    }
}

/// The dot product of two random sign vectors, and the same divided by √d.
pub fn attention_scale() -> Frame {
    let plain = Column {
        heading: "$*q*^⊤*k*$",
        colour: One,
        across: [84.0, 300.0],
        reach: 52.0,
        ticks: &[-40.0, -20.0, 0.0, 20.0, 40.0],
    };
    let scaled = Column {
        heading: "$*q*^⊤*k* / √d$",
        colour: Three,
        across: [330.0, 512.0],
        reach: 3.4,
        ticks: &[-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0],
    };
    let mut panel = Panel::sheet(WIDTH, AXIS + 62.0);
    plain.axis(&mut panel);
    scaled.axis(&mut panel);
    let divided = |d: usize| values(d, (d as f64).sqrt());
    let last = DIMENSIONS[DIMENSIONS.len() - 1];
    let finest = divided(last);
    let mut said = Vec::new();
    for (k, d) in DIMENSIONS.into_iter().enumerate() {
        let bottom = FIRST + PITCH * k as f64;
        let name = Label::new(format!("$d = {d}$")).large().gap(0.0);
        panel.label([6.0, bottom - HIGH / 3.0], East, name);
        let values = values(d, 1.0);
        plain.bars(&mut panel, bottom, &values, highest(&values));
        scaled.bars(&mut panel, bottom, &divided(d), highest(&finest));
        if d != last {
            // The bell that all of them come to be.
            let tops = scaled.tops(bottom, &finest, highest(&finest)).into_iter();
            let bell: Vec<_> = tops.map(|[a, b]| part_of_the_way(a, b, 0.5)).collect();
            panel.polyline(&bell, Ink.width(1.5).dashed());
        }
        said.push(format!("±{} for d = {d}", decimal(spread(&values))));
    }
    let bell = format!("as for $d = {last}$");
    let below = AXIS + 34.0;
    panel.legend([84.0, below], [(Key::Line(Ink.line()), "typical size")]);
    let dashed = Key::Line(Ink.width(1.5).dashed());
    panel.legend([330.0, below], [(dashed, bell)]);
    let said = said.join(", ");
    Frame::new(
        "The dot product of two random sign vectors, as it is and divided by √d",
        panel,
    )
    .describe(format!(
        "Four rows of bars, one for each dimension d, on the left for the dot product of two \
         vectors whose entries are 1 or −1, each as likely, on the right for the same divided by \
         √d. All are bells around 0. On the left, drawn to the same height, they widen: below \
         each, a line marks the typical size, {said}. On the right they have one width and one \
         height, and every line marks ±1; only the bars become finer. There the bell of d = {last} \
         is drawn in the other rows too, as a dashed line, and their bars follow it.",
    ))
}
