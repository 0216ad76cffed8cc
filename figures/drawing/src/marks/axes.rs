//! Axes, ticks and grids.

use super::{Mark, Stroke};
use crate::panel::Panel;
use crate::point::{ORIGIN, Point};
use crate::scale::{Coordinates, Scale, multiples, nice_step};
use crate::style::{Colour, Look, Style};
use crate::text::{Label, TICK};
use crate::tolerance::TOLERANCE;
use crate::words::{rounded, signed};

/// Tick labels at most on an axis.
const MOST: usize = 11;

/// Lines on either side of 0 in a lattice; those outside the frame fall away.
const LINES: i32 = 40;

impl Panel {
    /// The axes of the plane: a grid, lines through 0 with names, which may be empty, at
    /// their ends, and numbers at the edge, where no arrow can run over them.
    pub fn plane_axes(&mut self, x_name: &str, y_name: &str) {
        self.grid();
        self.bare_plane_axes(x_name, y_name);
    }

    /// The axes of the plane like [`Panel::plane_axes`], for small panels: with
    /// numbers at the multiples of a step alone.
    pub fn sparse_plane_axes(&mut self, step: f64, x_name: &str, y_name: &str) {
        self.grid();
        self.lines_through_0(x_name, y_name);
        self.write_numbers([Numbers::Exact; 2], [Some(step); 2]);
    }

    /// The axes of the plane without the grid, for figures that draw their own.
    pub fn bare_plane_axes(&mut self, x_name: &str, y_name: &str) {
        self.lines_through_0(x_name, y_name);
        self.write_numbers([Numbers::Exact; 2], label_steps(self.coordinates()));
    }

    /// The lines through 0 with their names.
    fn lines_through_0(&mut self, x_name: &str, y_name: &str) {
        let area = self.area();
        let [x, y] = self.page(ORIGIN);
        let mut lines = Vec::new();
        if (area.top..=area.bottom).contains(&y) {
            lines.push(vec![[area.left, y], [area.right, y]]);
            self.write_axis(Label::new(x_name).gap(7.0), [area.right, y], [1.0, 0.0]);
        }
        if (area.left..=area.right).contains(&x) {
            lines.push(vec![[x, area.bottom], [x, area.top]]);
            self.write_axis(Label::new(y_name).gap(7.0), [x, area.top], [0.0, -1.0]);
        }
        self.strokes(lines, axis());
    }

    /// The axes of a chart: numbers along the left and lower edge, and names with their units.
    pub fn chart_axes(&mut self, x_name: &str, y_name: &str) {
        self.edges(x_name, y_name, Numbers::Measured);
    }

    /// The axes of a chart of logarithms to base 10, with powers of ten along the left edge.
    pub fn log_axes(&mut self, x_name: &str, y_name: &str) {
        self.edges(x_name, y_name, Numbers::Exponents);
    }

    /// The grid of a chart, its left and lower edge, their numbers and names.
    fn edges(&mut self, x_name: &str, y_name: &str, heights: Numbers) {
        self.grid();
        let area = self.area();
        let [corner, end] = [[area.left, area.bottom], [area.right, area.bottom]];
        self.strokes(vec![vec![[area.left, area.top], corner, end]], axis());
        let steps = label_steps(self.coordinates());
        self.write_numbers([Numbers::Measured, heights], steps);
        let below = [area.middle()[0], area.bottom + 24.0];
        self.write_axis(Label::new(x_name), below, [0.0, 1.0]);
        let above = [2.0, area.top - 20.0];
        self.write_axis(Label::new(y_name).gap(0.0), above, [1.0, 0.0]);
    }

    /// Grid lines at the round numbers of both axes.
    fn grid(&mut self) {
        let (on, area) = (*self.coordinates(), self.area());
        let [x_step, y_step] = steps(&on);
        let mut lines = Vec::new();
        for [_, x] in marked(&on.x, x_step) {
            lines.push(vec![[x, area.top], [x, area.bottom]]);
        }
        for [_, y] in marked(&on.y, y_step) {
            lines.push(vec![[area.left, y], [area.right, y]]);
        }
        self.strokes(lines, Colour::Grid.width(1.0));
    }

    /// The lines through every whole multiple of one vector in the direction of the other.
    pub fn lattice(&mut self, u: impl Point, v: impl Point, of_u: impl Look, of_v: impl Look) {
        let ([u, v], styles) = ([u.xy(), v.xy()], [of_u.into(), of_v.into()]);
        // Parallel vectors generate no grid, only the line that they share.
        let parallel = (u[0] * v[1] - u[1] * v[0]).abs() <= TOLERANCE;
        let most = if parallel { 0 } else { LINES };
        for ([direction, step], style) in [[u, v], [v, u]].into_iter().zip(styles) {
            let mut lines = Vec::new();
            for k in -most..=most {
                let through = step.map(|s| f64::from(k) * s);
                let chord = self.chord(through, [0, 1].map(|i| through[i] + direction[i]));
                lines.extend(chord.map(Vec::from));
            }
            self.strokes(lines, style);
        }
    }

    /// Lines of the page in one path, if there are any.
    pub(crate) fn strokes(&mut self, lines: Vec<Vec<[f64; 2]>>, style: Style) {
        if !lines.is_empty() {
            let strokes = lines.into_iter().map(Stroke::from);
            self.write(Mark::Path(strokes.collect(), style));
        }
    }

    /// The numbers along the lower and the left edge, with their steps.
    fn write_numbers(&mut self, [along, up]: [Numbers; 2], [x_step, y_step]: [Option<f64>; 2]) {
        let (on, area) = (*self.coordinates(), self.area());
        let tick = |text: String| Label::new(text).size(TICK).gap(6.0);
        for [number, x] in marked(&on.x, x_step) {
            let label = tick(along.written(number, x_step));
            self.write_axis(label, [x, area.bottom], [0.0, 1.0]);
        }
        for [number, y] in marked(&on.y, y_step) {
            let label = tick(up.written(number, y_step));
            self.write_axis(label, [area.left, y], [-1.0, 0.0]);
        }
    }
}

/// How an axis is drawn.
pub(crate) fn axis() -> Style {
    Colour::Ink.width(1.25).opacity(0.6)
}

/// How the numbers along an axis are written.
#[derive(Clone, Copy, PartialEq)]
enum Numbers {
    /// Each with the decimals that it has: the plane's 0, 0.5, 1 are exact.
    Exact,
    /// All with the decimals of their step: a chart's 0.0, 0.5, 1.0 are measured.
    Measured,
    /// As exponents of ten; a height between two powers keeps its line of the grid.
    Exponents,
}

impl Numbers {
    /// A number among others with a step.
    fn written(self, number: f64, step: Option<f64>) -> String {
        let places = step.map_or(0.0, |step| -step.log10().floor()).max(0.0) as usize;
        match self {
            Numbers::Exact => rounded(number, places.max(1)),
            Numbers::Measured => signed(format!("{number:.places$}")),
            Numbers::Exponents if number.fract() != 0.0 => String::new(),
            Numbers::Exponents => format!("$10^{{{}}}$", rounded(number, places.max(1))),
        }
    }
}

/// The steps of the grid along x and y: one for both where they have one unit.
fn steps(on: &Coordinates) -> [Option<f64>; 2] {
    let step = |scale: &Scale| {
        let [low, high] = scale.domain;
        for most in (2..=MOST).rev() {
            let step = nice_step(low, high, most)?;
            if step * scale.unit() >= 1.6 * TICK {
                return Some(step);
            }
        }
        None
    };
    let steps = [step(&on.x), step(&on.y)];
    let coarser = || steps.into_iter().flatten().reduce(f64::max);
    if one_unit(on) { [coarser(); 2] } else { steps }
}

/// The steps of the numbers along x and y: one if they have one unit, and y is long enough.
fn label_steps(on: &Coordinates) -> [Option<f64>; 2] {
    let [x, y] = steps(on);
    let x = x.map(|step| label_step(&on.x, step));
    let shared = one_unit(on) && marked(&on.y, x).len() >= 2;
    [x, if shared { x } else { y }]
}

fn one_unit(on: &Coordinates) -> bool {
    (on.x.unit() / on.y.unit() - 1.0).abs() < 1e-9
}

/// The step of the numbers below the grid: a multiple of its step with which they keep apart.
fn label_step(scale: &Scale, step: f64) -> f64 {
    let clear = |multiple: &f64| {
        let step = Some(*multiple);
        let labels = marked(scale, step).into_iter();
        let label = |[number, _]: [f64; 2]| Numbers::Measured.written(number, step);
        let lengths = labels.map(|number| label(number).chars().count());
        let width = 0.62 * TICK * lengths.max().unwrap_or(0) as f64;
        multiple * scale.unit() >= width + 8.0
    };
    let multiples = [1.0, 2.0, 4.0, 5.0, 10.0, 20.0].map(|factor| factor * step);
    multiples.into_iter().find(clear).unwrap_or(20.0 * step)
}

/// The multiples of a step along a scale and their places on the page, none without a step.
fn marked(scale: &Scale, step: Option<f64>) -> Vec<[f64; 2]> {
    let [low, high] = scale.domain;
    let multiples = step.map_or(Vec::new(), |step| multiples(low, high, step));
    multiples
        .into_iter()
        .map(|number| [number, scale.page(number)])
        .collect()
}
