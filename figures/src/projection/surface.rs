//! Surfaces over the floor of a space.

use super::{Point, Space};
use crate::clip;
use crate::panel::Panel;
use crate::style::Colour;
use crate::svg::{Element, points};
use crate::ties::sort_up_to_a_hair;

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
        let mut quads: Vec<(f64, f64, Vec<[f64; 2]>)> = Vec::new();
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
            let nearness = corners.map(foot).iter().sum();
            let height = corners.iter().map(|p| p[2]).sum::<f64>() / 4.0;
            let seen = corners.map(|p| panel.frame().page(self.at(p)));
            quads.push((nearness, (height - bottom) / (top - bottom), seen.to_vec()));
        }
        let quads = sort_up_to_a_hair(quads, |(nearness, ..)| *nearness);
        let area = panel.frame().area;
        let mut group = Element::new("g")
            .with("fill", colour.css())
            .with("stroke", colour.css())
            .with("stroke-linejoin", "round");
        for (_, height, corners) in quads {
            if !corners.iter().all(|&p| clip::contains(&area, p)) {
                continue;
            }
            let outline = points(&corners);
            let quad = || Element::new("polygon").with("points", outline.as_str());
            let page = quad()
                .with("fill", Colour::Background.css())
                .with("stroke", "none");
            let tint = quad().at("fill-opacity", 0.08 + 0.5 * height);
            group = group.child(page).child(tint);
        }
        panel.write(group);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Camera;

    fn cube() -> Space {
        Space::new(Camera::new(0.0, 30.0), [[-1.0, 1.0]; 3])
    }

    #[test]
    fn near_quads_are_drawn_after_far_ones() {
        let space = cube();
        let mut panel = space.panel(300.0);
        space.surface(&mut panel, |x, _| x / 2.0, [2, 1], Colour::One);
        let frame = *panel.frame();
        let drawn = panel.into_elements()[0].to_svg();
        let quads: Vec<&str> = drawn.lines().filter(|l| l.contains("<polygon")).collect();
        assert_eq!(quads.len(), 4, "the page and a tint for each of two quads");
        let corner = |p: Point| points(&[frame.page(space.at(p))]);
        // The camera is on the side of x = 1.
        assert!(quads[0].contains(&corner([-1.0, 1.0, -0.5])));
        assert!(quads[3].contains(&corner([1.0, 1.0, 0.5])));
        assert!(quads[0].contains(Colour::Background.css()));
    }

    #[test]
    fn what_leaves_the_box_is_left_out() {
        let space = cube();
        let mut panel = space.panel(300.0);
        let f = |x: f64, _: f64| if x < -0.6 { f64::NAN } else { 4.0 * x };
        space.surface(&mut panel, f, [8, 1], Colour::One);
        let drawn = panel.into_elements()[0].to_svg();
        // Of the eight quads, two lie within |x| ≤ 1/4.
        assert_eq!(drawn.matches("<polygon").count(), 4, "{drawn}");
    }
}
