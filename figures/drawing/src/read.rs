//! What a test reads back from a panel, in the coordinates of the panel.

use crate::marks::{Block, Form, Mark, PlacedBlock, Role, Series, Shape};
use crate::panel::Panel;
use crate::scale::span;
use crate::style::Colour;
use crate::text::Label;

impl Panel {
    /// The lines, whole as they were given, beyond the frame too.
    pub fn lines(&self) -> Vec<&Shape> {
        self.shapes(Form::Line)
    }

    /// The arrows, those of length 0 too.
    pub fn arrows(&self) -> Vec<&Shape> {
        self.shapes(Form::Arrow)
    }

    /// The polygons, circles among them.
    pub fn polygons(&self) -> Vec<&Shape> {
        self.shapes(Form::Polygon)
    }

    /// The rectangles and bars.
    pub fn rectangles(&self) -> Vec<&Shape> {
        self.shapes(Form::Rectangle)
    }

    fn shapes(&self, form: Form) -> Vec<&Shape> {
        let shapes = self.marks().filter_map(|mark| match mark {
            Mark::Shape(of, shape, _) if *of == form => Some(shape),
            _ => None,
        });
        shapes.collect()
    }

    /// The points, a series each time they were drawn.
    pub fn points(&self) -> Vec<&Series> {
        let series = self.marks().filter_map(|mark| match mark {
            Mark::Points(series) => Some(series),
            _ => None,
        });
        series.collect()
    }

    /// The blocks of matrices, each with its upper left corner.
    pub fn blocks(&self) -> Vec<(&Block, [f64; 2])> {
        let blocks = self.marks().filter_map(Mark::as_rare::<PlacedBlock>);
        blocks.map(|placed| (&placed.block, placed.at)).collect()
    }

    /// The strokes of paths, such as level curves, a list a path.
    pub fn paths(&self) -> Vec<Vec<Vec<[f64; 2]>>> {
        let world = |points: &Vec<[f64; 2]>| points.iter().map(|&p| self.world(p)).collect();
        let paths = self.marks().filter_map(|mark| match mark {
            Mark::Path(strokes, _) => Some(strokes.iter().map(|stroke| world(&stroke.points))),
            _ => None,
        });
        paths.map(Iterator::collect).collect()
    }

    /// The labels, in blocks too but not of axes, with the points beside which they stand.
    pub fn labels(&self) -> Vec<(Label, [f64; 2])> {
        let labels = self.parts().into_iter().filter_map(|mark| match mark {
            Mark::Text(text) if text.role != Role::Axis => Some((text.label, self.world(text.at))),
            _ => None,
        });
        labels.collect()
    }

    /// What the labels say, without markup.
    pub fn words(&self) -> Vec<String> {
        let labels = self.labels().into_iter();
        labels.map(|(label, _)| label.plain()).collect()
    }

    /// All marks in the order in which they are drawn, blocks in their parts.
    pub(crate) fn parts(&self) -> Vec<Mark> {
        let parts = self.marks().flat_map(|mark| {
            let parts = match mark {
                Mark::Rare(mark) => mark.parts(self.coordinates()),
                _ => None,
            };
            parts.unwrap_or_else(|| vec![mark.clone()])
        });
        parts.collect()
    }
}

impl Shape {
    /// Where it begins.
    pub fn start(&self) -> [f64; 2] {
        self.points[0]
    }

    /// Where it ends: the tip of an arrow.
    pub fn tip(&self) -> [f64; 2] {
        self.points[self.points.len() - 1]
    }

    /// The mean of its corners.
    pub fn middle(&self) -> [f64; 2] {
        let count = self.points.len() as f64;
        [0, 1].map(|k| self.points.iter().map(|p| p[k]).sum::<f64>() / count)
    }

    /// Its width and height.
    pub fn size(&self) -> [f64; 2] {
        [0, 1].map(|k| {
            let [low, high] = span(self.points.iter().map(|p| p[k]));
            high - low
        })
    }

    /// Its colour.
    pub fn colour(&self) -> Colour {
        self.style.colour
    }
}

impl Series {
    /// Its colour.
    pub fn colour(&self) -> Colour {
        self.style.colour
    }
}
