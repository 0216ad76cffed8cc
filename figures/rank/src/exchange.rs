//! Independent vectors enter a basis, one by one.

use drawing::prelude::*;
use mlmath::linear_systems::solve;

/// The vectors that enter.
const ENTERING: [[f64; 3]; 3] = [[1.0, 1.0, 0.0], [1.0, 1.0, 1.0], [0.0, 1.0, 1.0]];

const CELL: [f64; 2] = [44.0, 30.0];

parameters! {
    /// How many have entered.
    pub struct Exchanges {
        entered: steps("exchanges", 3, 1, 0.7),
    }
}

/// A vector with its name, and whether it has entered.
#[derive(Clone)]
pub struct Member {
    pub name: String,
    pub vector: Vector,
    pub is_new: bool,
}

/// The coordinates of a vector in a basis.
pub fn coordinates(basis: &[Member], x: &Vector) -> Vector {
    let p = Matrix::from_shape_fn((3, 3), |(i, j)| basis[j].vector[i]);
    // Whole numbers here, which rounding may have missed by a hair.
    solve(&p, x).expect("a basis").mapv(|c| c.round() + 0.0)
}

/// Which old member the vector needs first.
pub fn put_out(basis: &[Member], x: &Vector) -> Option<usize> {
    let weights = coordinates(basis, x);
    (0..3).find(|&j| !basis[j].is_new && weights[j] != 0.0)
}

/// The basis after so many exchanges, from the standard basis.
pub fn basis_after(entered: usize) -> Vec<Member> {
    let member = |name: String, vector: Vector, is_new: bool| Member {
        name,
        vector,
        is_new,
    };
    let mut basis: Vec<Member> = (0..3)
        .map(|j| {
            let e = Vector::from_shape_fn(3, |i| f64::from(u8::from(i == j)));
            member(format!("$*e*_{}$", j + 1), e, false)
        })
        .collect();
    for (k, vector) in ENTERING.iter().take(entered).enumerate() {
        let vector = Vector::from(vector.to_vec());
        if let Some(place) = put_out(&basis, &vector) {
            basis[place] = member(format!("$*u*_{}$", k + 1), vector, true);
        }
    }
    basis
}

/// A basis, and who enters and leaves next.
pub fn exchange_steps(Exchanges { entered }: Exchanges) -> Frame {
    let basis = basis_after(entered);
    let next = ENTERING.get(entered).map(|x| Vector::from(x.to_vec()));
    let leaves = next.as_ref().and_then(|x| put_out(&basis, x));
    let blocks = basis.iter().enumerate().map(|(j, member)| {
        let column = member.vector.clone().insert_axis(Axis(1));
        let block = Block::of(&column).cells(CELL).bracketed();
        let block = match (member.is_new, leaves == Some(j)) {
            (true, _) => block.mark_column(0, Three),
            (false, true) => block.mark_column(0, Two),
            (false, false) => block,
        };
        block.named(member.name.as_str()).into()
    });
    let mut row: Vec<Piece> = Vec::new();
    for block in blocks {
        if !row.is_empty() {
            row.push(Piece::Space(44.0, 1.0));
        }
        row.push(block);
    }
    let plain = |name: &str| name.replace(['$', '*', '_'], "");
    let names: Vec<String> = basis.iter().map(|member| member.name.clone()).collect();
    let (lines, said) = match (&next, leaves) {
        (Some(x), Some(place)) => {
            let weights = coordinates(&basis, x);
            let terms = weights.iter().zip(&names);
            let terms = terms.map(|(weight, name)| format!("{}{name}", factor(*weight)));
            let sum = joined(terms, " + ");
            let name = format!("$*u*_{}$", entered + 1);
            let said = format!(
                "Next {} = {} with the weights {} enters, and {} leaves.",
                plain(&name),
                tuple(x),
                tuple(&weights),
                plain(&names[place])
            );
            let lines = [
                Label::new(format!("next: {name} = {} = {sum}", tuple(x))),
                Two.label(format!("{} leaves", names[place])).heavy(),
            ];
            (lines, said)
        }
        _ => (
            [
                Label::new("All three have entered."),
                Three.label("Still a basis").heavy(),
            ],
            "All three have entered.".into(),
        ),
    };
    let text = Piece::text(28.0, lines);
    let panel = Panel::stack(WIDTH, [Piece::Row(row), Piece::Space(1.0, 10.0), text]);
    let list = joined(names.iter().map(|name| plain(name)), ", ");
    let state = format!("The basis is {list}. {said}");
    Frame::new("Independent vectors enter a basis, one by one", panel)
        .describe(format!(
            "Three columns of three numbers, a basis of space. Those that have entered are marked, \
             and so is the one that leaves next. {state}"
        ))
        .state(state)
}
