//! One line, trained by the right loss and by the loss of a wrong shape.

use drawing::prelude::*;
use mlmath::data::iris;

/// The window: lengths of petals across, widths up.
const WINDOW: [[f64; 2]; 2] = [[0.8, 7.1], [-0.1, 2.7]];

/// The step size, the slope at first, and how many steps are taken.
const RATE: f64 = 0.05;
const AT_FIRST: f64 = 0.208;
const STEPS: usize = 12;

parameters! {
    /// How many steps have been taken.
    pub struct Training {
        step: steps("steps", STEPS, STEPS, 2.0),
    }
}

/// The widths of 150 petals with their lengths less the mean, and both means.
pub(crate) struct Petals {
    pub(crate) x: Vector,
    pub(crate) y: Vector,
    pub(crate) means: [f64; 2],
}

/// The two losses, and what they make of the slope.
pub(crate) const LOSSES: [Loss; 2] = [
    Loss {
        of: |petals, w| mean(&(&petals.predicted(w) - &petals.y).mapv(|d| d * d)),
        slope: |petals, w| 2.0 * (w * petals.variance() - petals.covariance()),
    },
    // The mean of all (yⱼ − ŷᵢ)² is this sum, and only the second part has w in it.
    Loss {
        of: |petals, w| {
            let around = |z: &Vector| mean(&z.mapv(|z_i| (z_i - petals.means[1]).powi(2)));
            around(&petals.y) + around(&petals.predicted(w))
        },
        slope: |petals, w| 2.0 * w * petals.variance(),
    },
];

/// A loss as a function of the slope w of the line, and its own slope there.
pub(crate) struct Loss {
    pub(crate) of: fn(&Petals, f64) -> f64,
    slope: fn(&Petals, f64) -> f64,
}

impl Loss {
    /// The slopes of the line, at first and after each step.
    pub(crate) fn trained(&self, petals: &Petals) -> Vec<f64> {
        let step = |w: &f64| Some(w - RATE * (self.slope)(petals, *w));
        let slopes = std::iter::successors(Some(AT_FIRST), step);
        slopes.take(STEPS + 1).collect()
    }
}

fn mean(x: &Vector) -> f64 {
    x.sum() / x.len() as f64
}

impl Petals {
    pub(crate) fn new() -> Self {
        let [lengths, y] = [2, 3].map(|j| iris().x.column(j).to_owned());
        let means = [mean(&lengths), mean(&y)];
        let x = lengths - means[0];
        Petals { x, y, means }
    }

    /// What the line with a slope predicts for each petal.
    pub(crate) fn predicted(&self, w: f64) -> Vector {
        w * &self.x + self.means[1]
    }

    fn variance(&self) -> f64 {
        mean(&(&self.x * &self.x))
    }

    fn covariance(&self) -> f64 {
        mean(&(&self.x * &self.y))
    }

    /// Lengths and widths as points, each place once.
    fn points(&self) -> Vec<[f64; 2]> {
        let at = |(x, &y): (&f64, &f64)| [x + self.means[0], y];
        let mut points: Vec<_> = self.x.iter().zip(&self.y).map(at).collect();
        points.sort_by(|p, q| p[0].total_cmp(&q[0]).then(p[1].total_cmp(&q[1])));
        points.dedup();
        points
    }

    /// The points with the lines after each of some steps, the last one thick.
    fn chart(&self, heading: &str, slopes: &[f64]) -> Panel {
        let mut panel = Panel::chart(Drawing::column(2), 190.0, WINDOW[0], WINDOW[1]);
        panel.title(Label::new(heading).size(15.0));
        panel.chart_axes("length (cm)", "");
        let name = Label::new("width (cm)").size(15.0);
        panel.label([0.8, 2.6], SouthEast, name.gap(4.0));
        panel.scatter(&self.points(), Circle, 2.0, Ink.area(0.7));
        let last = slopes.len() - 1;
        for (k, w) in slopes.iter().enumerate() {
            let style = match k {
                k if k == last => Three.width(4.0),
                0 => One.dashed(),
                _ => One.width(1.5).opacity(0.45),
            };
            let at = |x: f64| [x, w * (x - self.means[0]) + self.means[1]];
            panel.segment(at(WINDOW[0][0]), at(WINDOW[0][1]), style);
        }
        panel
    }
}

/// The lines after each step, by the right loss and by the wrong one.
pub fn the_line_goes_flat(Training { step }: Training) -> Frame {
    let petals = Petals::new();
    let slopes = LOSSES.each_ref().map(|loss| loss.trained(&petals));
    let headings = ["right: (150,) − (150,)", "wrong: (150,) − (150, 1)"];
    let panels = [0, 1].map(|k| petals.chart(headings[k], &slopes[k][..=step]));
    let said = |k: usize| {
        let w = slopes[k][step];
        format!("loss {:.3}, slope {w:.3}", (LOSSES[k].of)(&petals, w))
    };
    let state = format!("Step {step}. Right {}. Wrong {}.", said(0), said(1));
    Frame::new(
        "One line, trained by a right and by a wrong loss",
        Drawing::beside(panels),
    )
    .describe(format!(
        "Two charts of 150 petals as dots, lengths to the right and widths upwards; the dots rise \
         from the lower left to the upper right. In both, the lines after 0 to {step} of {STEPS} \
         steps of training, the first one dashed and the last one thick, all through the middle of \
         the dots. On the left, by the right loss, the line becomes steeper until it runs through \
         the dots; on the right, by the wrong one, it becomes flat. {state}"
    ))
    .state(state)
}
