//! How many samples a linear model cannot predict any more.

use mlmath::vector_spaces::SpanError;

/// The smallest number n of samples, from the first on, such that no combination
/// of the columns, cut after n entries, is the targets, cut likewise; and a
/// witness. `None` if all samples are predicted.
pub fn first_contradiction(
    columns: &[Vec<i128>],
    targets: &[i128],
) -> Result<Option<(usize, Vec<i128>)>, SpanError> {
    todo!("cut columns and targets after 1, 2, 3, … entries")
}

type Found = Result<Option<(usize, Vec<i128>)>, SpanError>;

/// What the harness asks of the function.
pub fn check(first_contradiction: fn(&[Vec<i128>], &[i128]) -> Found) {
    let columns = [vec![1, 2, 3, 4], vec![1, 1, 1, 1]];
    let line = first_contradiction(&columns, &[3, 5, 7, 9]);
    assert_eq!(line, Ok(None), "a line predicts all of these");
    for (targets, n, why) in [
        ([3, 5, 7, 8], 4, "the fourth leaves the line"),
        ([3, 5, 8, 9], 3, "the third does"),
    ] {
        let found = first_contradiction(&columns, &targets).expect("small numbers");
        let (samples, y) = found.expect("a contradiction");
        assert_eq!((samples, y.len()), (n, n), "{why}");
        let dot = |v: &[i128]| -> i128 { y.iter().zip(v).map(|(y_i, v_i)| y_i * v_i).sum() };
        assert!(
            columns.iter().all(|column| dot(column) == 0),
            "a witness is orthogonal"
        );
        assert_ne!(dot(&targets), 0, "but not to the targets");
    }
    let ones = [vec![1, 1, 1]];
    let found = first_contradiction(&ones, &[0, 0, 5]).expect("small numbers");
    assert_eq!(
        found.map(|(samples, _)| samples),
        Some(3),
        "0, 0, 5 is no constant"
    );
    let nothing = first_contradiction(&[], &[0, 7]).expect("small numbers");
    assert_eq!(
        nothing.map(|(samples, _)| samples),
        Some(2),
        "no columns say 0"
    );
}
