//! Whether two lists of vectors span the same subspace.

use mlmath::vector_spaces::SpanError;

/// Whether the span of `us` is the span of `vs`; all have the dimension `m`.
pub fn the_same_span(us: &[Vec<i128>], vs: &[Vec<i128>]) -> Result<bool, SpanError> {
    todo!("ask whether each vector of one list is in the span of the other")
}

type Vectors = [Vec<i128>];

/// What the harness asks of the function.
pub fn check(the_same_span: fn(&Vectors, &Vectors) -> Result<bool, SpanError>) {
    let line = [vec![1, 2]];
    let twice = [vec![1, 2], vec![-3, -6]];
    let plane = [vec![1, 2], vec![0, 1]];
    let zeros = [vec![0, 0], vec![0, 0]];
    for (us, vs, same, why) in [
        (&line[..], &twice[..], true, "both span the line of (1, 2)"),
        (
            &plane,
            &[vec![1, 0], vec![0, 1]],
            true,
            "both span the plane",
        ),
        (&line, &plane, false, "a line is not the plane"),
        (&plane, &twice, false, "nor is the plane a line"),
        (&zeros, &[], true, "zeros span what nothing spans"),
        (&zeros, &line, false, "zeros span no line"),
    ] {
        assert_eq!(the_same_span(us, vs), Ok(same), "{why}");
    }
    let us = [vec![1, 2, 3], vec![1, 1, 1]];
    let vs = [vec![0, 1, 2], vec![1, 0, -1]];
    assert_eq!(
        the_same_span(&us, &vs),
        Ok(true),
        "the plane of the preview"
    );
    let error = SpanError::Dimension {
        vector: 0,
        entries: 2,
        expected: 3,
    };
    assert_eq!(the_same_span(&line, &us), Err(error), "other dimensions");
}
