//! How the dot product of two random vectors spreads with their dimension.

use drawing::prelude::*;

/// The dimensions, each four times the one before.
pub const DIMENSIONS: [usize; 4] = [4, 16, 64, 256];

/// A row of the figure: from the one before, and of it the height of the
/// highest bar.
const PITCH: f64 = 82.0;
const HIGH: f64 = 54.0;

/// Bars that are lower than this part of the highest are left out.
const LOWEST: f64 = 0.003;

/// Where the first row ends, and the axis below the last.
const FIRST: f64 = 104.0;
const AXIS: f64 = FIRST + PITCH * 3.0 + 24.0;

/// Each value of qᵀk for sign vectors of dimension d, with its probability.
///
/// The product is d less twice the number of places where the signs differ, and
/// each set of places is as likely as every other.
fn probabilities(d: usize) -> Vec<(f64, f64)> {
    let mut probability = 0.5f64.powi(d as i32);
    let mut values = Vec::with_capacity(d + 1);
    for different in 0..=d {
        values.push((d as f64 - 2.0 * different as f64, probability));
        probability *= (d - different) as f64 / (different + 1) as f64;
    }
    values
}

/// The root of the mean square: the mean is 0.
fn spread(values: &[(f64, f64)]) -> f64 {
    let square = |(value, probability): &(f64, f64)| value * value * probability;
    values.iter().map(square).sum::<f64>().sqrt()
}

/// One column of the figure.
struct Column {
    heading: &'static str,
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
        let heading = Label::new(self.heading).size(19.0);
        panel.label([middle, 16.0], Centre, heading);
        let ink = Ink.width(1.25).opacity(0.6);
        panel.segment([self.across[0], AXIS], [self.across[1], AXIS], &ink);
        for &tick in self.ticks {
            let x = self.page(tick);
            panel.segment([x, AXIS], [x, AXIS + 5.0], &ink);
            let label = Label::new(decimal(tick)).size(15.0).gap(9.0);
            panel.label([x, AXIS], South, label);
        }
        let thin = Ink.width(1.0).opacity(0.35);
        panel.segment([middle, 34.0], [middle, AXIS], &thin);
    }

    /// The bars of one dimension as one outline, as high as their probabilities
    /// for each unit of the axis are against `highest`.
    fn outline(&self, bottom: f64, values: &[(f64, f64)], highest: f64) -> Vec<[f64; 2]> {
        let half = half_width(values);
        let mut outline = Vec::new();
        for &(value, probability) in values {
            let part = probability / (2.0 * half) / highest;
            if value.abs() + half <= self.reach && part > LOWEST {
                let y = bottom - HIGH * part;
                outline.extend([half, -half].map(|side| [self.page(value + side), y]));
            }
        }
        let ends = [outline[0][0], outline[outline.len() - 1][0]];
        outline.insert(0, [ends[0], bottom]);
        outline.push([ends[1], bottom]);
        outline
    }

    /// A line through the middles of the upper ends of the bars.
    fn bell(&self, bottom: f64, values: &[(f64, f64)], highest: f64) -> Vec<[f64; 2]> {
        let outline = self.outline(bottom, values, highest);
        let tops = &outline[1..outline.len() - 1];
        let middle = |ends: &[[f64; 2]]| [(ends[0][0] + ends[1][0]) / 2.0, ends[0][1]];
        tops.chunks(2).map(middle).collect()
    }

    /// A line from the mean less the spread to the mean and the spread.
    fn spread(&self, panel: &mut Panel, bottom: f64, values: &[(f64, f64)]) {
        let spread = spread(values);
        let y = bottom + 10.0;
        let [left, right] = [-spread, spread].map(|value| self.page(value));
        let line = Ink.width(2.0);
        panel.segment([left, y], [right, y], &line);
        for x in [left, right] {
            panel.segment([x, y - 5.0], [x, y + 5.0], &line);
        }
        let label = Label::new(format!("$±{}$", decimal(spread)));
        panel.label([right, y], East, label);
    }
}

/// Half the distance between two values, which a bar reaches to either side.
fn half_width(values: &[(f64, f64)]) -> f64 {
    (values[0].0 - values[1].0) / 2.0
}

/// The highest probability for each unit of the axis.
fn highest(values: &[(f64, f64)]) -> f64 {
    let probability = values.iter().map(|(_, p)| *p).fold(0.0, f64::max);
    probability / (2.0 * half_width(values))
}

/// The dot product of two random sign vectors, and the same divided by √d.
pub fn attention_scale() -> Frame {
    let plain = Column {
        heading: "$*q*^⊤*k*$",
        across: [84.0, 300.0],
        reach: 52.0,
        ticks: &[-40.0, -20.0, 0.0, 20.0, 40.0],
    };
    let scaled = Column {
        heading: "$*q*^⊤*k* / √d$",
        across: [330.0, 512.0],
        reach: 3.4,
        ticks: &[-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0],
    };
    let mut panel = Panel::sheet(WIDTH, AXIS + 30.0);
    plain.axis(&mut panel);
    scaled.axis(&mut panel);
    let divided = |d: usize| -> Vec<_> {
        let root = (d as f64).sqrt();
        let values = probabilities(d).into_iter();
        values.map(|(x, p)| (x / root, p)).collect()
    };
    let last = divided(DIMENSIONS[DIMENSIONS.len() - 1]);
    let [blue, green] = [One, Three].map(|c| Style::line(c).width(1.5).filled(0.25));
    let dashed = Ink.width(1.5).dashed();
    let mut said = Vec::new();
    for (k, d) in DIMENSIONS.into_iter().enumerate() {
        let bottom = FIRST + PITCH * k as f64;
        let name = Label::new(format!("$d = {d}$")).large().gap(0.0);
        panel.label([6.0, bottom - HIGH / 3.0], East, name);
        let values = probabilities(d);
        panel.polygon(&plain.outline(bottom, &values, highest(&values)), &blue);
        plain.spread(&mut panel, bottom, &values);
        let values = divided(d);
        panel.polygon(&scaled.outline(bottom, &values, highest(&last)), &green);
        if k + 1 < DIMENSIONS.len() {
            // The bell that all of them come to be.
            panel.polyline(&scaled.bell(bottom, &last, highest(&last)), &dashed);
        }
        scaled.spread(&mut panel, bottom, &values);
        said.push(format!(
            "±{} for d = {d}",
            decimal(spread(&probabilities(d)))
        ));
    }
    Frame::new(
        "The dot product of two random sign vectors, as it is and divided by √d",
        panel,
    )
    .describe(format!(
        "Four rows of bars, one for each dimension d, on the left for the dot product of two \
         vectors whose entries are 1 or −1, each as likely, on the right for the same divided by \
         √d. All are bells around 0. On the left, drawn to the same height, they widen: below \
         each, a line marks the typical size, {}. On the right they have one width and one height, \
         and every line marks ±1; only the bars become finer. There the bell of d = {} is drawn in \
         the other rows too, as a dashed line, and their bars follow it.",
        said.join(", "),
        DIMENSIONS[DIMENSIONS.len() - 1],
    ))
}
