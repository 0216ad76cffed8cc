//! Bars.

use crate::panel::Panel;
use crate::style::Style;
use crate::svg::Element;

impl Panel {
    /// Draws a bar from 0 to `height` around each `x`, `width` wide in the
    /// units of x, cut at the frame.
    pub fn bars(&mut self, bars: &[(f64, f64)], width: f64, style: &Style) {
        let frame = *self.frame();
        let across = |x: f64| frame.x.page(x).clamp(frame.area.left, frame.area.right);
        let up = |y: f64| frame.y.page(y).clamp(frame.area.top, frame.area.bottom);
        for &(x, height) in bars {
            let (left, right) = (across(x - width / 2.0), across(x + width / 2.0));
            let (top, bottom) = (up(height.max(0.0)), up(height.min(0.0)));
            if right > left && bottom > top {
                let bar = Element::new("rect")
                    .at("x", left)
                    .at("y", top)
                    .at("width", right - left)
                    .at("height", bottom - top);
                self.write(style.dress(bar));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::panel::Panel;
    use crate::style::{Colour, Style};

    #[test]
    fn a_bar_stands_on_zero_or_hangs_from_it() {
        let mut panel = Panel::chart(520.0, 100.0, [0.0, 3.0], [-1.0, 1.0]);
        let zero = panel.frame().y.page(0.0);
        panel.bars(
            &[(1.0, 0.5), (2.0, -0.5), (2.5, 0.0)],
            0.5,
            &Style::area(Colour::One, 1.0),
        );
        let bars = panel.into_elements();
        assert_eq!(bars.len(), 2, "a bar of height zero is not drawn");
        let [standing, hanging] = [&bars[0], &bars[1]].map(|bar| bar.to_svg());
        assert!(
            standing.contains(&format!("y=\"{}\"", zero - 25.0)),
            "{standing}"
        );
        assert!(hanging.contains(&format!("y=\"{zero}\"")), "{hanging}");
    }
}
