//! Axes, ticks and grids.

use super::{Mark, Stroke};
use crate::panel::Panel;
use crate::point::{ORIGIN, Point};
use crate::scale::{Area, Coordinates, Scale, multiples, nice_step};
use crate::style::{Colour, Look, Style};
use crate::text::Label;
use crate::tolerance::TOLERANCE;

/// Tick labels at most on an axis.
const MOST: usize = 11;

/// The size of tick labels.
const TICK: f64 = 15.0;

impl Panel {
    /// The axes of the plane: a grid of units, lines through 0, numbers at the
    /// edge where no arrow can run over them, and names, which may be empty, at
    /// the lines' ends.
    pub fn plane_axes(&mut self, x_name: &str, y_name: &str) {
        self.grid();
        self.bare_plane_axes(x_name, y_name);
    }

    /// The axes of the plane like [`Panel::plane_axes`], for small panels: with
    /// numbers at the multiples of a step alone.
    pub fn sparse_plane_axes(&mut self, step: f64, x_name: &str, y_name: &str) {
        self.grid();
        self.lines_through_0(x_name, y_name);
        self.tick_labels([Some(step); 2], Decimals::Own, Heights::Numbers);
    }

    /// The axes of the plane without the grid, for figures that draw their own.
    pub fn bare_plane_axes(&mut self, x_name: &str, y_name: &str) {
        self.lines_through_0(x_name, y_name);
        let steps = label_steps(self.coordinates());
        self.tick_labels(steps, Decimals::Own, Heights::Numbers);
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

    /// The axes of a chart: ticks with numbers along the left and lower edge,
    /// and the names with their units.
    pub fn chart_axes(&mut self, x_name: &str, y_name: &str) {
        self.grid();
        self.edges(x_name, y_name, Heights::Numbers);
    }

    /// The axes of a chart whose heights are logarithms to base 10: like
    /// [`Panel::chart_axes`], with powers of ten along the left edge.
    pub fn log_axes(&mut self, x_name: &str, y_name: &str) {
        self.grid();
        self.edges(x_name, y_name, Heights::Powers);
    }

    /// The left and lower edge of a chart with their numbers and names.
    fn edges(&mut self, x_name: &str, y_name: &str, heights: Heights) {
        let Area {
            left,
            top,
            right,
            bottom,
        } = self.area();
        self.strokes(
            vec![vec![[left, top], [left, bottom], [right, bottom]]],
            axis(),
        );
        let steps = label_steps(self.coordinates());
        self.tick_labels(steps, Decimals::OfStep, heights);
        let below = [(left + right) / 2.0, bottom + 24.0];
        self.write_axis(Label::new(x_name), below, [0.0, 1.0]);
        self.write_axis(Label::new(y_name).gap(0.0), [2.0, top - 20.0], [1.0, 0.0]);
    }

    /// Grid lines at the round numbers of both axes.
    fn grid(&mut self) {
        let on = *self.coordinates();
        let Area {
            left,
            top,
            right,
            bottom,
        } = on.area;
        let [x_step, y_step] = steps(&on);
        let along = |scale: &Scale, step: Option<f64>| {
            let numbers = step.map_or(Vec::new(), |step| marked(scale, step));
            numbers
                .into_iter()
                .map(|number| scale.page(number))
                .collect::<Vec<_>>()
        };
        let upright = along(&on.x, x_step)
            .into_iter()
            .map(|x| vec![[x, top], [x, bottom]]);
        let level = along(&on.y, y_step)
            .into_iter()
            .map(|y| vec![[left, y], [right, y]]);
        self.strokes(upright.chain(level), Colour::Grid.width(1.0));
    }

    /// The grid that two vectors of the plane generate: the lines through every
    /// whole multiple of one in the direction of the other.
    pub fn lattice(
        &mut self,
        u: impl Point,
        v: impl Point,
        along_u: impl Into<Style>,
        along_v: impl Into<Style>,
    ) {
        let [u, v] = [u.xy(), v.xy()];
        // Parallel vectors generate no grid, only the line that they share.
        let parallel = (u[0] * v[1] - u[1] * v[0]).abs() <= TOLERANCE;
        let lines = if parallel { 0 } else { LINES };
        for (direction, step, style) in [(u, v, along_u.into()), (v, u, along_v.into())] {
            let chords = (-lines..=lines).filter_map(|k| {
                let through = step.map(|s| f64::from(k) * s);
                self.chord(through, [0, 1].map(|i| through[i] + direction[i]))
            });
            let chords: Vec<_> = chords.map(|chord| chord.to_vec()).collect();
            self.strokes(chords, style);
        }
    }

    /// Lines of the page in one path, if there are any.
    pub(crate) fn strokes(
        &mut self,
        lines: impl IntoIterator<Item = Vec<[f64; 2]>>,
        style: impl Into<Style>,
    ) {
        let strokes: Vec<Stroke> = lines.into_iter().map(Stroke::from).collect();
        if !strokes.is_empty() {
            self.write(Mark::Path(strokes, style.into()));
        }
    }

    fn tick_labels(
        &mut self,
        [x_step, y_step]: [Option<f64>; 2],
        decimals: Decimals,
        heights: Heights,
    ) {
        let on = *self.coordinates();
        let tick = |text: String| Label::new(text).size(TICK).gap(6.0);
        for (x, step) in x_step.map_or(Vec::new(), |step| with_step(&on.x, step)) {
            let at = [on.x.page(x), on.area.bottom];
            self.write_axis(tick(tick_label(x, step, decimals)), at, [0.0, 1.0]);
        }
        for (y, step) in y_step.map_or(Vec::new(), |step| with_step(&on.y, step)) {
            let text = match heights {
                Heights::Numbers => tick_label(y, step, decimals),
                // A height between two powers keeps its line of the grid.
                Heights::Powers if y.fract() != 0.0 => continue,
                Heights::Powers => format!("$10^{{{}}}$", tick_label(y, step, Decimals::Own)),
            };
            self.write_axis(tick(text), [on.area.left, on.y.page(y)], [-1.0, 0.0]);
        }
    }
}

/// How an axis is drawn.
fn axis() -> Style {
    Colour::Ink.width(1.25).opacity(0.6)
}

/// Lines on either side of 0 in a lattice; those outside the frame fall away.
const LINES: i32 = 40;

/// The decimals that tick labels show.
#[derive(Clone, Copy)]
enum Decimals {
    /// Those that a number has: the plane's 0, 0.5, 1 are exact.
    Own,
    /// Those of the step for all: a chart's 0.0, 0.5, 1.0 are measured.
    OfStep,
}

/// What stands at the heights of a chart.
#[derive(Clone, Copy)]
enum Heights {
    /// Themselves.
    Numbers,
    /// The powers of ten of which they are the exponents.
    Powers,
}

/// The steps of the grid along x and y: one for both where they have one unit.
fn steps(on: &Coordinates) -> [Option<f64>; 2] {
    let [x, y] = [on.x, on.y].map(|scale| {
        let [low, high] = scale.domain;
        (2..=MOST)
            .rev()
            .filter_map(|most| nice_step(low, high, most))
            .find(|step| step * scale.unit() >= 1.6 * TICK)
    });
    if one_unit(on) {
        let coarser = [x, y].into_iter().flatten().reduce(f64::max);
        return [coarser; 2];
    }
    [x, y]
}

/// The steps of the numbers along x and y, multiples of the grid's. Where both
/// axes have one unit they have one step, unless y is too short for it.
fn label_steps(on: &Coordinates) -> [Option<f64>; 2] {
    let [x, y] = steps(on);
    let x = x.map(|step| label_step(&on.x, step));
    let shared = x.filter(|&step| one_unit(on) && marked(&on.y, step).len() >= 2);
    [x, shared.or(y)]
}

fn one_unit(on: &Coordinates) -> bool {
    (on.x.unit() / on.y.unit() - 1.0).abs() < 1e-9
}

/// The step of the numbers below the grid: a multiple of the grid's step with
/// which they keep apart.
fn label_step(scale: &Scale, step: f64) -> f64 {
    let clear = |multiple: &f64| {
        let widest = marked(scale, *multiple)
            .into_iter()
            .map(|tick| tick_label(tick, *multiple, Decimals::OfStep))
            .map(|label| label.chars().count())
            .max();
        let width = 0.62 * TICK * widest.unwrap_or(0) as f64;
        multiple * scale.unit() >= width + 8.0
    };
    [1.0, 2.0, 4.0, 5.0, 10.0, 20.0]
        .map(|factor| factor * step)
        .into_iter()
        .find(clear)
        .unwrap_or(20.0 * step)
}

fn marked(scale: &Scale, step: f64) -> Vec<f64> {
    multiples(scale.domain[0], scale.domain[1], step)
}

/// The multiples of a step along a scale, each with the step.
fn with_step(scale: &Scale, step: f64) -> Vec<(f64, f64)> {
    marked(scale, step)
        .into_iter()
        .map(|tick| (tick, step))
        .collect()
}

fn tick_label(tick: f64, step: f64, decimals: Decimals) -> String {
    let places = (-step.log10().floor()).max(0.0) as usize;
    let label = format!("{tick:.places$}").replace('-', "−");
    match decimals {
        Decimals::Own if places > 0 => label.trim_end_matches('0').trim_end_matches('.').into(),
        _ => label,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::WIDTH;

    #[test]
    fn ticks_of_a_chart_show_the_decimals_of_their_step() {
        for (tick, step, written) in [
            (3.0, 1.0, "3"),
            (-20.0, 10.0, "−20"),
            (0.30000000000000004, 0.1, "0.3"),
            (0.5, 0.05, "0.50"),
            (0.015, 0.005, "0.015"),
            (2000.0, 2000.0, "2000"),
        ] {
            assert_eq!(tick_label(tick, step, Decimals::OfStep), written);
        }
    }

    #[test]
    fn ticks_of_the_plane_show_their_own_decimals() {
        for (tick, step, written) in [
            (1.0, 0.5, "1"),
            (-0.5, 0.5, "−0.5"),
            (0.0, 0.05, "0"),
            (100.0, 50.0, "100"),
        ] {
            assert_eq!(tick_label(tick, step, Decimals::Own), written);
        }
    }

    #[test]
    fn one_unit_for_both_axes_means_one_step() {
        for width in [WIDTH, 255.0] {
            let panel = Panel::plane(width, [-3.5, 6.0], [-0.4, 1.7]);
            let [x, y] = steps(panel.coordinates());
            assert!(x.is_some() && x == y, "{x:?}, {y:?}");
        }
    }

    #[test]
    fn one_unit_for_both_axes_means_one_step_of_their_numbers() {
        let step = |width: f64, x: [f64; 2], y: [f64; 2]| {
            let panel = Panel::plane(width, x, y);
            label_steps(panel.coordinates())
        };
        let whole = step(255.0, [-3.5, 3.5], [-2.2, 2.2]);
        assert_eq!(whole, [Some(1.0); 2], "where every number has room");
        let [x, y] = step(255.0, [-1.2, 1.2], [-1.1, 1.1]);
        assert!(x.is_some() && x == y, "{x:?}, {y:?}");
        let [x, y] = step(255.0, [-1.2, 1.2], [-0.6, 0.6]);
        assert!(x > y, "a low panel keeps its own: {x:?}, {y:?}");
    }

    #[test]
    fn sparse_axes_have_numbers_at_the_multiples_of_their_step_alone() {
        let mut panel = Panel::plane(255.0, [-3.5, 3.5], [-2.2, 2.2]);
        panel.sparse_plane_axes(2.0, "", "");
        let numbers = panel.parts().into_iter().filter_map(|mark| match mark {
            Mark::Text(text) => text.label.number(),
            _ => None,
        });
        assert_eq!(
            numbers.collect::<Vec<_>>(),
            [-2.0, 0.0, 2.0, -2.0, 0.0, 2.0]
        );
    }

    #[test]
    fn numbers_below_an_axis_keep_apart() {
        for (low, high) in [(0.0, 1.0), (-1.0, 1.0), (0.0, 0.01), (-5000.0, 90000.0)] {
            let panel = Panel::chart(255.0, 100.0, [low, high], [0.0, 1.0]);
            let scale = panel.coordinates().x;
            let grid = steps(panel.coordinates())[0].expect("a step");
            let step = label_step(&scale, grid);
            let ticks = marked(&scale, step);
            assert!(ticks.len() >= 2, "{low}..{high}: {ticks:?}");
            let lines = step / grid;
            assert!(
                (lines - lines.round()).abs() < 1e-9,
                "{step} is no multiple of {grid}"
            );
            for tick in &ticks {
                let characters = tick_label(*tick, step, Decimals::OfStep).chars().count();
                assert!(step * scale.unit() > 0.6 * TICK * characters as f64 + 5.0);
            }
        }
    }

    #[test]
    fn logarithms_stand_as_powers_of_ten() {
        let heights = |y: [f64; 2]| -> Vec<String> {
            let mut panel = Panel::chart(WIDTH, 100.0, [0.0, 1.0], y);
            panel.log_axes("", "");
            let texts = panel.parts().into_iter().filter_map(|mark| match mark {
                Mark::Text(text) => Some(text.label.plain()),
                _ => None,
            });
            texts.filter(|text| text.starts_with("10")).collect()
        };
        let wide = heights([-2.0, 3.0]);
        assert!(
            ["10−2", "100", "102"]
                .iter()
                .all(|power| wide.contains(&(*power).into())),
            "{wide:?}"
        );
        assert_eq!(heights([0.0, 1.2]), ["100", "101"]);
    }

    #[test]
    fn parallel_vectors_generate_a_single_line() {
        let mut panel = Panel::plane(WIDTH, [-4.0, 4.0], [-2.0, 2.0]);
        panel.lattice([1.0, 0.5], [2.0, 1.0], Colour::One, Colour::One);
        assert!(panel.paths().iter().all(|strokes| strokes.len() == 1));
    }
}
