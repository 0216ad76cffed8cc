//! Surfaces over the floor of a space.

use super::{Point, Space};
use crate::clip;
use crate::marks::{Mark, Rare};
use crate::panel::Panel;
use crate::scale::{Coordinates, between};
use crate::style::Colour;
use crate::svg::{Element, points};
use crate::tolerance::sort_up_to_tolerance;

/// The most quads of a surface along x and along y; each is two elements.
const MOST_QUADS: usize = 13;

impl Space {
    /// Draws the surface z = f(x, y) as `nx` times `ny` quads, at most 13 each, the far
    /// ones first, which the near ones hide. The higher a quad, the deeper its tint.
    /// Quads that leave the box or are not finite are left out.
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
        let corner = |i: usize, j: usize| {
            let x = between(self.ranges[0], i as f64 / nx as f64);
            let y = between(self.ranges[1], j as f64 / ny as f64);
            [x, y, f(x, y)]
        };
        let [bottom, top] = self.ranges[2];
        let slack = 1e-9 * (top - bottom);
        let mut quads = Vec::new();
        for [i, j] in (0..nx).flat_map(|i| (0..ny).map(move |j| [i, j])) {
            let corners = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]];
            let corners = corners.map(|[i, j]| corner(i, j));
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
        panel.write(Mark::rare(Surface { quads, colour }));
    }
}

/// Quads from the farthest to the nearest: how near, where, and how opaque the tint.
struct Surface {
    quads: Vec<(f64, [[f64; 2]; 4], f64)>,
    colour: Colour,
}

impl Rare for Surface {
    fn write(&self, on: &Coordinates, out: &mut Element) {
        let mut group = Element::new("g")
            .with("fill", self.colour.css())
            .with("stroke", self.colour.css())
            .with("stroke-linejoin", "round");
        for (_, corners, tint) in &self.quads {
            if corners.iter().all(|&p| clip::contains(&on.area, p)) {
                let quad = Element::new("polygon").with("points", points(corners));
                let page = quad.clone().with("fill", Colour::Background.css());
                group.add(page.with("stroke", "none"));
                group.add(quad.at("fill-opacity", *tint));
            }
        }
        out.add(group);
    }
}
