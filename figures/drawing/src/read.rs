//! What a test reads back from a panel, in the coordinates of the panel.

use crate::marks::{Block, Form, Mark, PlacedBlock, Role, Series, Shape, Text};
use crate::panel::Panel;
use crate::scale::span;
use crate::style::Colour;
use crate::text::Label;

impl Panel {
    /// The lines, whole as they were given, beyond the frame too.
    pub fn lines(&self) -> Vec<&Shape> {
        self.shapes(|form| form == Form::Line)
    }

    /// The arrows, those of length 0 too.
    pub fn arrows(&self) -> Vec<&Shape> {
        self.shapes(|form| matches!(form, Form::Arrow(_)))
    }

    /// The polygons, circles among them.
    pub fn polygons(&self) -> Vec<&Shape> {
        self.shapes(|form| form == Form::Polygon)
    }

    /// The rectangles and bars.
    pub fn rectangles(&self) -> Vec<&Shape> {
        self.shapes(|form| matches!(form, Form::Rectangle(_)))
    }

    fn shapes(&self, is: impl Fn(Form) -> bool) -> Vec<&Shape> {
        self.each(|mark| match mark {
            Mark::Shape(form, shape) => is(*form).then_some(shape),
            _ => None,
        })
    }

    /// The points, a series each time they were drawn.
    pub fn points(&self) -> Vec<&Series> {
        self.each(|mark| match mark {
            Mark::Points(series) => Some(series),
            _ => None,
        })
    }

    /// The blocks of matrices, each with its upper left corner.
    pub fn blocks(&self) -> Vec<(&Block, [f64; 2])> {
        self.each(|mark| {
            let placed = mark.as_rare::<PlacedBlock>()?;
            Some((&placed.block, placed.at))
        })
    }

    /// The strokes of paths, such as level curves, a list a path.
    pub fn paths(&self) -> Vec<Vec<Vec<[f64; 2]>>> {
        let world = |points: &[[f64; 2]]| points.iter().map(|&p| self.world(p)).collect();
        self.each(|mark| match mark {
            Mark::Path(strokes, _) => Some(strokes.iter().map(|s| world(&s.points)).collect()),
            _ => None,
        })
    }

    /// The labels, in blocks too but not of axes, with the points beside which they stand.
    pub fn labels(&self) -> Vec<(Label, [f64; 2])> {
        let label = |text: Text| {
            let is_label = text.role != Role::Axis;
            is_label.then_some((text.label, self.world(text.at)))
        };
        self.texts().into_iter().filter_map(label).collect()
    }

    /// What the labels say, without markup.
    pub fn words(&self) -> Vec<String> {
        let labels = self.labels().into_iter();
        labels.map(|(label, _)| label.plain()).collect()
    }

    /// What is picked of all marks, in the order in which they are drawn.
    pub(crate) fn each<'a, T>(&'a self, pick: impl Fn(&'a Mark) -> Option<T>) -> Vec<T> {
        self.marks().filter_map(pick).collect()
    }

    /// All words in the order in which they are drawn, those in blocks too.
    pub(crate) fn texts(&self) -> Vec<Text> {
        let parts = self.marks().flat_map(|mark| match mark {
            Mark::Rare(rare) => rare.parts(self.coordinates()),
            _ => vec![mark.clone()],
        });
        let texts = parts.filter_map(|mark| match mark {
            Mark::Text(text) => Some(text),
            _ => None,
        });
        texts.collect()
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
