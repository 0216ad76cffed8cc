//! Axes, ticks and grids.

use crate::panel::Panel;
use crate::scale::{Frame, Scale, multiples, nice_step};
use crate::style::{Colour, Style};
use crate::svg::{Element, number};
use crate::text::Label;

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

    /// The axes of the plane without the grid, for figures that draw their own.
    pub fn bare_plane_axes(&mut self, x_name: &str, y_name: &str) {
        let area = self.frame().area;
        let [x, y] = self.frame().page([0.0, 0.0]);
        let mut path = String::new();
        if (area.top..=area.bottom).contains(&y) {
            path += &format!(
                "M{} {}H{}",
                number(area.left),
                number(y),
                number(area.right)
            );
            let name = Label::new(x_name).gap(7.0);
            self.write_label(&name, [area.right, y], [1.0, 0.0]);
        }
        if (area.left..=area.right).contains(&x) {
            path += &format!(
                "M{} {}V{}",
                number(x),
                number(area.bottom),
                number(area.top)
            );
            let name = Label::new(y_name).gap(7.0);
            self.write_label(&name, [x, area.top], [0.0, -1.0]);
        }
        if !path.is_empty() {
            let style = Style::line(Colour::Ink).width(1.25).opacity(0.6);
            self.write(style.dress(Element::new("path").with("d", path)));
        }
        self.tick_labels(Decimals::Own, Heights::Numbers);
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
        let area = self.frame().area;
        let path = format!(
            "M{} {}V{}H{}",
            number(area.left),
            number(area.top),
            number(area.bottom),
            number(area.right)
        );
        let style = Style::line(Colour::Ink).width(1.25).opacity(0.6);
        self.write(style.dress(Element::new("path").with("d", path)));
        self.tick_labels(Decimals::OfStep, heights);
        let below = [(area.left + area.right) / 2.0, area.bottom + 24.0];
        self.write_label(&Label::new(x_name), below, [0.0, 1.0]);
        let above = Label::new(y_name).gap(0.0);
        self.write_label(&above, [2.0, area.top - 20.0], [1.0, 0.0]);
    }

    /// Grid lines at the round numbers of both axes.
    fn grid(&mut self) {
        let frame = *self.frame();
        let [x_step, y_step] = steps(&frame);
        let mut path = String::new();
        for x in x_step.map_or(Vec::new(), |step| marked(&frame.x, step)) {
            path += &format!(
                "M{} {}V{}",
                number(frame.x.page(x)),
                number(frame.area.top),
                number(frame.area.bottom)
            );
        }
        for y in y_step.map_or(Vec::new(), |step| marked(&frame.y, step)) {
            path += &format!(
                "M{} {}H{}",
                number(frame.area.left),
                number(frame.y.page(y)),
                number(frame.area.right)
            );
        }
        if !path.is_empty() {
            let style = Style::line(Colour::Grid).width(1.0);
            self.write(style.dress(Element::new("path").with("d", path)));
        }
    }

    /// The grid that two vectors of the plane generate: the lines through every
    /// whole multiple of one in the direction of the other.
    pub fn lattice(&mut self, u: [f64; 2], v: [f64; 2], along_u: &Style, along_v: &Style) {
        // Parallel vectors generate no grid, only the line that they share.
        let lines = if (u[0] * v[1] - u[1] * v[0]).abs() > 1e-9 {
            LINES
        } else {
            0
        };
        for (direction, step, style) in [(u, v, along_u), (v, u, along_v)] {
            let mut path = String::new();
            for k in -lines..=lines {
                let through = step.map(|s| f64::from(k) * s);
                let next = [0, 1].map(|i| through[i] + direction[i]);
                if let Some((from, to)) = self.chord(through, next) {
                    let [from, to] =
                        [from, to].map(|[x, y]| format!("{} {}", number(x), number(y)));
                    path += &format!("M{from}L{to}");
                }
            }
            if !path.is_empty() {
                self.write(style.dress(Element::new("path").with("d", path)));
            }
        }
    }

    fn tick_labels(&mut self, decimals: Decimals, heights: Heights) {
        let frame = *self.frame();
        let [x_step, y_step] = label_steps(&frame);
        let write = |tick: f64, step: f64| Label::new(tick_label(tick, step, decimals));
        if let Some(step) = x_step {
            for x in marked(&frame.x, step) {
                let at = [frame.x.page(x), frame.area.bottom];
                let label = write(x, step).size(TICK).gap(6.0);
                self.write_label(&label, at, [0.0, 1.0]);
            }
        }
        if let Some(step) = y_step {
            for y in marked(&frame.y, step) {
                let at = [frame.area.left, frame.y.page(y)];
                let label = match heights {
                    Heights::Numbers => write(y, step),
                    // A height between two powers keeps its line of the grid.
                    Heights::Powers if y.fract() != 0.0 => continue,
                    Heights::Powers => {
                        Label::new(format!("$10^{{{}}}$", tick_label(y, step, Decimals::Own)))
                    }
                };
                self.write_label(&label.size(TICK).gap(6.0), at, [-1.0, 0.0]);
            }
        }
    }
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
fn steps(frame: &Frame) -> [Option<f64>; 2] {
    let [x, y] = [frame.x, frame.y].map(|scale| {
        let [low, high] = scale.domain;
        (2..=MOST)
            .rev()
            .filter_map(|most| nice_step(low, high, most))
            .find(|step| step * scale.unit() >= 1.6 * TICK)
    });
    if one_unit(frame) {
        let coarser = [x, y].into_iter().flatten().reduce(f64::max);
        return [coarser; 2];
    }
    [x, y]
}

/// The steps of the numbers along x and y, multiples of the grid's. Where both
/// axes have one unit they have one step, unless y is too short for it.
fn label_steps(frame: &Frame) -> [Option<f64>; 2] {
    let [x, y] = steps(frame);
    let x = x.map(|step| label_step(&frame.x, step));
    let shared = x.filter(|&step| one_unit(frame) && marked(&frame.y, step).len() >= 2);
    [x, shared.or(y)]
}

fn one_unit(frame: &Frame) -> bool {
    (frame.x.unit() / frame.y.unit() - 1.0).abs() < 1e-9
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
            let [x, y] = steps(panel.frame());
            assert!(x.is_some() && x == y, "{x:?}, {y:?}");
        }
    }

    #[test]
    fn one_unit_for_both_axes_means_one_step_of_their_numbers() {
        let step = |width: f64, x: [f64; 2], y: [f64; 2]| {
            let panel = Panel::plane(width, x, y);
            label_steps(panel.frame())
        };
        let whole = step(255.0, [-3.5, 3.5], [-2.2, 2.2]);
        assert_eq!(whole, [Some(1.0); 2], "where every number has room");
        let [x, y] = step(255.0, [-1.2, 1.2], [-1.1, 1.1]);
        assert!(x.is_some() && x == y, "{x:?}, {y:?}");
        let [x, y] = step(255.0, [-1.2, 1.2], [-0.6, 0.6]);
        assert!(x > y, "a low panel keeps its own: {x:?}, {y:?}");
    }

    #[test]
    fn numbers_below_an_axis_keep_apart() {
        for (low, high) in [(0.0, 1.0), (-1.0, 1.0), (0.0, 0.01), (-5000.0, 90000.0)] {
            let panel = Panel::chart(255.0, 100.0, [low, high], [0.0, 1.0]);
            let scale = panel.frame().x;
            let grid = steps(panel.frame())[0].expect("a step");
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
        let mut panel = Panel::chart(WIDTH, 100.0, [0.0, 1.0], [-2.0, 3.0]);
        panel.log_axes("", "");
        let drawn: Vec<String> = panel.into_elements().iter().map(Element::to_svg).collect();
        let raised = |power: &str| {
            drawn
                .iter()
                .any(|e| e.contains(&format!(">{power}</tspan>")))
        };
        assert!(raised("−2") && raised("0") && raised("2"), "{drawn:?}");
        let mut low = Panel::chart(WIDTH, 100.0, [0.0, 1.0], [0.0, 1.2]);
        low.log_axes("", "");
        let drawn: String = low.into_elements().iter().map(Element::to_svg).collect();
        assert!(drawn.contains(">1</tspan>") && !drawn.contains(">0.5</tspan>"));
    }

    #[test]
    fn parallel_vectors_generate_a_single_line() {
        let mut panel = Panel::plane(WIDTH, [-4.0, 4.0], [-2.0, 2.0]);
        let style = Style::line(Colour::One);
        panel.lattice([1.0, 0.5], [2.0, 1.0], &style, &style);
        for grid in panel.into_elements() {
            assert_eq!(grid.to_svg().matches('M').count(), 1);
        }
    }
}
