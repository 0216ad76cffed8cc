//! Surfaces over the floor of a space.

use super::{Point, Space};
use crate::clip;
use crate::marks::{Mark, Rare};
use crate::panel::Panel;
use crate::scale::Coordinates;
use crate::style::Colour;
use crate::svg::{Element, points};
use crate::tolerance::sort_up_to_tolerance;

/// The most quads of a surface along x and along y; each is two elements.
pub const MOST_QUADS: usize = 13;

impl Space {
    /// Draws the surface z = f(x, y) as `nx` times `ny` quads, the far ones
    /// first, so that the near ones hide them. The higher a quad, the deeper its
    /// tint. Quads that leave the box or are not finite are left out.
    ///
    /// # Panics
    /// If `nx` or `ny` is 0 or greater than [`MOST_QUADS`].
    pub fn surface(
        &self,
        panel: &mut Panel,
        f: impl Fn(f64, f64) -> f64,
        [nx, ny]: [usize; 2],
        colour: Colour,
    ) {
        assert!(
            (1..=MOST_QUADS).contains(&nx) && (1..=MOST_QUADS).contains(&ny),
            "{nx} x {ny} quads, from 1 to {MOST_QUADS} along each side can be drawn"
        );
        let along = |[low, high]: [f64; 2], k: usize, of: usize| {
            let t = k as f64 / of as f64;
            low * (1.0 - t) + high * t
        };
        let corner = |i: usize, j: usize| {
            let (x, y) = (along(self.ranges[0], i, nx), along(self.ranges[1], j, ny));
            [x, y, f(x, y)]
        };
        let [bottom, top] = self.ranges[2];
        let slack = 1e-9 * (top - bottom);
        let mut quads = Vec::new();
        for [i, j] in (0..nx).flat_map(|i| (0..ny).map(move |j| [i, j])) {
            let corners = [
                corner(i, j),
                corner(i + 1, j),
                corner(i + 1, j + 1),
                corner(i, j + 1),
            ];
            let within = |p: &Point| bottom - slack <= p[2] && p[2] <= top + slack;
            if !corners.iter().all(within) {
                continue;
            }
            // Of two quads of one surface over a grid, that whose foot is nearer
            // hides the other, whatever their heights.
            let foot = |p: Point| self.nearness([p[0], p[1], bottom]);
            let nearness: f64 = corners.map(foot).iter().sum();
            let height = corners.iter().map(|p| p[2]).sum::<f64>() / 4.0;
            let tint = 0.08 + 0.5 * (height - bottom) / (top - bottom);
            quads.push((nearness, corners.map(|p| panel.page(self.at(p))), tint));
        }
        let quads = sort_up_to_tolerance(quads, |(nearness, ..)| *nearness);
        let quads = quads.into_iter().map(|(_, corners, tint)| (corners, tint));
        let quads = quads.collect();
        panel.write(Mark::rare(Surface { quads, colour }));
    }
}

/// Quads from the farthest to the nearest, and the opacity of their tint.
struct Surface {
    quads: Vec<([[f64; 2]; 4], f64)>,
    colour: Colour,
}

impl Rare for Surface {
    fn write(&self, on: &Coordinates, out: &mut Vec<Element>) {
        let group = Element::new("g")
            .with("fill", self.colour.css())
            .with("stroke", self.colour.css())
            .with("stroke-linejoin", "round");
        let seen = self
            .quads
            .iter()
            .filter(|(corners, _)| corners.iter().all(|&p| clip::contains(&on.area, p)));
        out.push(group.children(seen.flat_map(|(corners, tint)| {
            let quad = Element::new("polygon").with("points", points(corners));
            let page = quad.clone().with("fill", Colour::Background.css());
            [page.with("stroke", "none"), quad.at("fill-opacity", *tint)]
        })));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Camera;

    /// The quads of a surface over a cube, on the page.
    fn quads(f: impl Fn(f64, f64) -> f64, cells: [usize; 2]) -> (Panel, Vec<[[f64; 2]; 4]>) {
        let space = Space::new(Camera::new(0.0, 30.0), [[-1.0, 1.0]; 3]);
        let mut panel = space.panel(300.0);
        space.surface(&mut panel, f, cells, Colour::One);
        let parts = panel.parts();
        let surface = parts[0].as_rare::<Surface>().expect("a surface");
        let corners = surface.quads.iter().map(|(corners, _)| *corners).collect();
        (panel, corners)
    }

    #[test]
    fn near_quads_are_drawn_after_far_ones() {
        let (panel, quads) = quads(|x, _| x / 2.0, [2, 1]);
        let space = Space::new(Camera::new(0.0, 30.0), [[-1.0, 1.0]; 3]);
        // The camera is on the side of x = 1.
        for (quad, corner) in quads.iter().zip([[-1.0, 1.0, -0.5], [1.0, 1.0, 0.5]]) {
            assert!(quad.contains(&panel.page(space.at(corner))));
        }
        assert_eq!(quads.len(), 2);
    }

    #[test]
    fn what_leaves_the_box_is_left_out() {
        let f = |x: f64, _: f64| if x < -0.6 { f64::NAN } else { 4.0 * x };
        // Of the eight quads, two lie within |x| ≤ 1/4.
        assert_eq!(quads(f, [8, 1]).1.len(), 2);
    }
}
