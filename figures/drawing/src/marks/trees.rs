//! Rooted trees: decision trees, computation graphs. Points are those of a sheet.

use crate::panel::{Panel, Place};
use crate::point::part_of_the_way;
use crate::style::{Colour, Look};
use crate::text::{Label, widest};

/// Height of a line of text, room around the lines of a node, and the least width of a node.
const LINE: f64 = 20.0;
const PADDING: [f64; 2] = [11.0, 6.0];
const NARROWEST: f64 = 44.0;

/// Room between neighbours, and between a level and the next.
const GAP: f64 = 16.0;
const RISE: f64 = 46.0;

/// Which way the edges of a tree point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edges {
    /// None: plain lines.
    Plain,
    /// From the root to the leaves.
    Down,
    /// From the leaves to the root.
    Up,
}

/// A node with what hangs below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    lines: Vec<Label>,
    colour: Colour,
    edge: Label,
    children: Vec<Tree>,
}

/// A node in its place.
struct Placed<'a> {
    tree: &'a Tree,
    level: usize,
    parent: Option<usize>,
    /// The width and height of its box.
    size: [f64; 2],
    /// Its middle: first in distances between neighbouring leaves, then in units from the left.
    across: f64,
}

impl Tree {
    /// A node with lines of text, and its children from left to right.
    pub fn node<L: Into<Label>>(lines: Vec<L>, children: Vec<Tree>) -> Self {
        Tree {
            lines: lines.into_iter().map(Into::into).collect(),
            colour: Colour::Ink,
            edge: "".into(),
            children,
        }
    }

    /// A node without children.
    pub fn leaf<L: Into<Label>>(lines: Vec<L>) -> Self {
        Tree::node(lines, Vec::new())
    }

    /// The tree with its root in a colour.
    pub fn coloured(mut self, colour: Colour) -> Self {
        self.colour = colour;
        self
    }

    /// The tree with a label on the edge that leads to its root from above.
    pub fn on_edge(mut self, label: impl Into<Label>) -> Self {
        self.edge = label.into();
        self
    }

    /// Its width and height in page units.
    pub fn size(&self) -> [f64; 2] {
        let (_, heights, width) = self.layout();
        let below = RISE * (heights.len() as f64 - 1.0);
        [width, heights.iter().sum::<f64>() + below]
    }

    /// All nodes, parents before their children; the height of each level; the width of all.
    fn layout(&self) -> (Vec<Placed<'_>>, Vec<f64>, f64) {
        let mut nodes = Vec::new();
        self.place(0, None, &mut 0.0, &mut nodes);
        // The least distance between neighbouring leaves with which no two nodes
        // of a level come closer than the gap.
        let mut spacing: f64 = 0.0;
        let mut heights: Vec<f64> = Vec::new();
        for (k, node) in nodes.iter().enumerate() {
            let [width, height] = node.size;
            // The last one before it on its level is its left neighbour.
            if let Some(left) = nodes[..k].iter().rfind(|left| left.level == node.level) {
                let needed = (left.size[0] + width) / 2.0 + GAP;
                spacing = spacing.max(needed / (node.across - left.across));
            }
            heights.resize(heights.len().max(node.level + 1), 0.0);
            heights[node.level] = heights[node.level].max(height + 2.0);
        }
        let side =
            |node: &Placed<'_>, half: f64| spacing * node.across + half * (node.size[0] + 2.0);
        let left = nodes
            .iter()
            .map(|node| side(node, -0.5))
            .fold(0.0, f64::min);
        let right = nodes.iter().map(|node| side(node, 0.5)).fold(0.0, f64::max);
        for node in &mut nodes {
            node.across = spacing * node.across - left;
        }
        (nodes, heights, right - left)
    }

    /// Places leaves at 0, 1, 2, …, and parents midway between their first and their last child.
    fn place<'a>(
        &'a self,
        level: usize,
        parent: Option<usize>,
        free: &mut f64,
        nodes: &mut Vec<Placed<'a>>,
    ) -> f64 {
        let own = nodes.len();
        nodes.push(Placed {
            tree: self,
            level,
            parent,
            size: [
                (widest(&self.lines) + 2.0 * PADDING[0]).max(NARROWEST),
                LINE * self.lines.len() as f64 + 2.0 * PADDING[1],
            ],
            across: *free,
        });
        let below = self.children.iter();
        let below: Vec<f64> = below
            .map(|child| child.place(level + 1, Some(own), free, nodes))
            .collect();
        match (below.first(), below.last()) {
            (Some(first), Some(last)) => nodes[own].across = (first + last) / 2.0,
            _ => *free += 1.0,
        }
        nodes[own].across
    }
}

impl Panel {
    /// Draws a tree, which has its [`Tree::size`], with its upper left corner at a point.
    pub fn tree(&mut self, at: [f64; 2], tree: &Tree, edges: Edges) {
        let (nodes, heights, _) = tree.layout();
        let middle = |node: &Placed<'_>| {
            let above: f64 = heights[..node.level].iter().sum();
            let y = at[1] + above + RISE * node.level as f64 + heights[node.level] / 2.0;
            [at[0] + node.across, y]
        };
        let line = Colour::Ink.width(1.5).opacity(0.7);
        let mut labels = Vec::new();
        for node in &nodes {
            let Some(parent) = node.parent.map(|parent| &nodes[parent]) else {
                continue;
            };
            let ([x, y], [to_x, to_y]) = (middle(parent), middle(node));
            let from = [x, y + parent.size[1] / 2.0];
            let to = [to_x, to_y - node.size[1] / 2.0];
            match edges {
                Edges::Plain => self.segment(from, to, line),
                Edges::Down => self.arrow(from, to, line),
                Edges::Up => self.arrow(to, from, line),
            };
            labels.push((part_of_the_way(from, to, 0.5), node.tree.edge.clone()));
        }
        for (at, label) in labels {
            self.label(at, Place::Centre, label);
        }
        for node in &nodes {
            let [x, y] = middle(node);
            let [dx, dy] = node.size.map(|side| side / 2.0);
            let outline = node.tree.colour.width(1.5).filled(0.07);
            self.rectangle([x - dx, y - dy], [x + dx, y + dy], 7.0, outline);
            let lines = node.tree.lines.iter().map(|line| line.clone().bare());
            self.lines_of_text([x, y], Place::Centre, LINE, lines);
        }
    }
}
