//! The claims themselves: each kind of literal, once right and once wrong.

mod support;

use mlmath::prelude::*;
use support::{Claimed, Pages, agrees, claim_on, evaluate};

#[track_caller]
fn prints(literal: &str, computed: impl Claimed) {
    agrees(literal, &computed.value()).unwrap_or_else(|why| panic!("{literal}: {why}"));
}

#[track_caller]
fn refuses(literal: &str, computed: impl Claimed) {
    assert!(
        agrees(literal, &computed.value()).is_err(),
        "{literal} was accepted"
    );
}

mod exact {
    use super::*;

    #[test]
    fn integers_are_exact_up_to_rounding_errors() {
        prints("5", 5.0);
        prints("5", 4.999_999_999_999_999);
        prints("-3", -3.0);
        prints("−3", -3.0);
        prints(r"10\,000", 10_000.0);
        prints("10\u{202f}000", 10_000_usize);
        prints("0", 1e-16);
        refuses("5", 5.1);
        refuses("5", -5.0);
        refuses("5", 5.000_001);
        refuses("0", 1e-9);
        refuses(r"10\,000", 10_001.0);
    }

    #[test]
    fn an_integral_value_must_be_the_printed_one_however_large() {
        prints("9007199254740992", 9_007_199_254_740_992.0);
        prints("9007199254740993", 9_007_199_254_740_993_i64);
        refuses("9007199254740993", 9_007_199_254_740_992.0);
        refuses("9007199254740993", 9_007_199_254_740_992_i64);
        refuses("3", 4_usize);
    }

    #[test]
    fn fractions_roots_and_constants_are_evaluated() {
        prints("1/3", 1.0 / 3.0);
        prints(r"\tfrac{1}{3}", 1.0 / 3.0);
        prints(r"-\frac{2}{3}", -2.0 / 3.0);
        prints(r"\frac{1}{2} + \frac1 4", 0.75);
        prints(r"\sqrt{5}", 5.0_f64.sqrt());
        prints("√5", 5.0_f64.sqrt());
        prints(r"\sqrt[3]{2}", 2.0_f64.cbrt());
        prints(r"3\sqrt{2} - 1", 3.0 * 2.0_f64.sqrt() - 1.0);
        prints(r"\frac{1 + \sqrt{5}}{2}", (1.0 + 5.0_f64.sqrt()) / 2.0);
        prints(r"2\pi", std::f64::consts::TAU);
        prints(r"\log 2", 2.0_f64.ln());
        prints("2^{-53}", f64::EPSILON / 2.0);
        prints(r"-2^2 \cdot 3", -12.0);
        prints(r"50\,\%", 0.5);
        prints(r"\infty", f64::INFINITY);
        prints("inf", f64::INFINITY);
        prints("NaN", f64::NAN);
        refuses("1/3", 0.333_333);
        refuses(r"\tfrac{1}{3}", 2.0 / 3.0);
        refuses(r"\sqrt{5}", 2.236_067_977);
        refuses(r"3\sqrt{2} - 1", 3.0 * 2.0_f64.sqrt() + 1.0);
        refuses(r"\pi", 22.0 / 7.0);
        refuses(r"50\,\%", 50.0);
        refuses(r"\infty", f64::MAX);
        refuses(r"\infty", f64::NAN);
        refuses("5", f64::NAN);
    }

    #[test]
    fn an_f32_must_be_the_one_next_to_the_literal() {
        prints("10000000", 1e7_f32);
        prints("1/3", 1.0_f32 / 3.0);
        refuses("10000000", 10_000_001.0_f32);
        refuses("1/3", 0.333_333_f32);
    }

    #[test]
    fn what_is_no_number_is_refused_with_a_reason() {
        for (literal, why) in [
            ("1 2", "2 was not expected"),
            ("1.5/2", "'.' has no place in it"),
            (r"\sqrt15", "put 15 in braces"),
            (r"\alpha", "\"alpha\" is not known"),
            ("(1 + 2", "')' is missing"),
            ("2 +", "a number is missing"),
            ("", "a number is missing"),
        ] {
            let message = evaluate(literal).expect_err(literal);
            assert!(message.contains(why), "{message}");
        }
    }
}

mod rounded {
    use super::*;

    #[test]
    fn a_decimal_is_what_the_value_rounds_to() {
        prints("-0.6225", -0.622_459);
        prints("2.24", 5.0_f64.sqrt());
        prints("1.0", 0.96);
        prints("0.12", 0.125);
        prints("0.13", 0.125);
        prints("0.30000000000000004", 0.1 + 0.2);
        prints("0.1", 0.1_f32);
        refuses("-0.6225", 0.622_459);
        refuses("-0.6225", -0.622_551);
        refuses("2.23", 5.0_f64.sqrt());
        refuses("2.240", 5.0_f64.sqrt());
        refuses("0.30000000000000004", 0.3);
        refuses("0.12", f64::NAN);
    }

    #[test]
    fn a_power_of_ten_counts_the_digits_before_it() {
        let epsilon = f64::EPSILON;
        prints(r"2.2 \cdot 10^{-16}", epsilon);
        prints(r"2.2 \times 10^{-16}", epsilon);
        prints("2.2e-16", epsilon);
        prints(r"2 \cdot 10^{-16}", epsilon);
        prints("10^5", 123_456.0);
        prints(r"-10^{-3}", -0.001);
        prints("1.0e-3", 0.000_996);
        refuses(r"2.2 \cdot 10^{-16}", 2.0 * epsilon);
        refuses(r"2.3 \cdot 10^{-16}", epsilon);
        refuses("2.2e-15", epsilon);
        refuses("2.20e-16", 2.21e-16);
        refuses("10^5", 160_000.0);
        // Two digits of it are 9.5e-4.
        refuses("1.0e-3", 0.000_952);
    }

    #[test]
    fn a_percentage_is_a_hundredth() {
        prints(r"39.3\,\%", 0.393_4);
        prints("39.3 %", 0.393_4);
        refuses(r"39.3\,\%", 39.34);
        refuses("39.3 %", 0.394);
    }
}

mod lists {
    use super::*;

    #[test]
    fn a_tuple_is_compared_entry_by_entry() {
        prints("(2, -1)", array![2.0, -1.0]);
        prints("(2, −1)", [2.0, -1.0]);
        prints(r"(\tfrac{1}{3}, 0.67)", vec![1.0 / 3.0, 2.0 / 3.0]);
        prints("2, -1", &[2.0, -1.0][..]);
        prints(r"(10\,000,\, 2)", [10_000, 2]);
        prints(r"(2, -1)^\top", &array![2.0, -1.0]);
        prints("(5)", [5.0]);
        refuses("(2, -1)", array![2.0, 1.0]);
        refuses("(2, -1)", array![-1.0, 2.0]);
        refuses("(2, -1)", array![2.0, -1.0, 0.0]);
        refuses("(2, -1)", 2.0);
        refuses("2", [2.0, 2.0]);
    }

    #[test]
    fn a_matrix_has_rows() {
        let matrix = r"\begin{pmatrix} 1 & 2 \\ 3 & \sqrt{2} \end{pmatrix}";
        prints(matrix, array![[1.0, 2.0], [3.0, 2.0_f64.sqrt()]]);
        prints(r"\begin{pmatrix} 2 \\ -1 \end{pmatrix}", array![2.0, -1.0]);
        prints(r"\begin{bmatrix} 2 & -1 \end{bmatrix}", array![[2.0, -1.0]]);
        refuses(matrix, array![[1.0, 3.0], [2.0, 2.0_f64.sqrt()]]);
        refuses(matrix, [1.0, 2.0, 3.0, 2.0_f64.sqrt()]);
        refuses(
            r"\begin{pmatrix} 2 \\ -1 \end{pmatrix}",
            array![[2.0, -1.0]],
        );
    }

    #[test]
    fn words_are_compared_letter_by_letter() {
        prints("no", "no");
        prints(r"\text{setosa}", "setosa".to_owned());
        prints("yes", true);
        prints("no", 1 > 2);
        refuses("no", "none");
        refuses("no", true);
        refuses("5", "five");
    }
}

mod pages {
    use super::*;
    use std::fs;
    use std::path::PathBuf;

    const PAGE: &str = r#"# A page with {{99}} in no block

<example id="norms" title="Where x > 0">

The norm is {{5}}, or $\tfrac{1}{2} \cdot {{\frac{20}{2}}}$, not `{{7}}`.

```text
{{8}}
```

<measured name="two_ways">

It takes {{2}} steps.

</measured>

<details>

And ${{2.2 \cdot 10^{-16}}}$.

</details>

</example>

<exercise id="drill" title="A drill" grade="drill">

Find it.

<solution>

It is {{11}}.

</solution>

</exercise>

<solution of="norms">

So {{6}}.

</solution>
"#;

    /// Pages in a folder of their own, which is removed at the end.
    struct Temporary {
        folder: PathBuf,
        pages: Pages,
    }

    impl Temporary {
        fn new(name: &str) -> Temporary {
            let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
            fs::create_dir_all(folder.join("src/part")).expect("a folder");
            fs::write(folder.join("src/part/page.md"), PAGE).expect("a page");
            fs::write(folder.join("src/part/notes.txt"), PAGE).expect("no page");
            let pages = Pages::read(&folder);
            Temporary { folder, pages }
        }
    }

    impl Drop for Temporary {
        fn drop(&mut self) {
            // What stays behind is overwritten by the next run.
            let _ = fs::remove_dir_all(&self.folder);
        }
    }

    #[test]
    fn a_mark_belongs_to_the_innermost_block_with_a_name() {
        let pages = &Temporary::new("claims-right").pages;
        for (id, literal, computed) in [
            ("norms", "5", 5.0),
            ("norms", r"\frac{20}{2}", 10.0),
            ("norms", r"2.2 \cdot 10^{-16}", f64::EPSILON),
            ("norms", "6", 6.0),
            ("two-ways", "2", 2.0),
            ("drill", "11", 11.0),
        ] {
            assert_eq!(claim_on(pages, id, literal, computed), Ok(()));
        }
    }

    #[test]
    fn a_wrong_claim_names_page_line_block_and_literal() {
        let pages = &Temporary::new("claims-wrong").pages;
        let claim = |id, literal, computed: f64| {
            claim_on(pages, id, literal, computed).expect_err("a wrong claim")
        };
        assert_eq!(
            claim("norms", "5", 5.5),
            "src/part/page.md:3: <example \"norms\"> cannot print {{5}}: the computed value is 5.5"
        );
        assert_eq!(
            claim("drill", "12", 12.0),
            "src/part/page.md:25: <exercise \"drill\"> does not print {{12}}; \
             it prints {{11}} in line 31"
        );
        assert!(claim("unwritten", "5", 5.0).contains("has a block \"unwritten\" to print {{5}}"));
        assert!(claim("unwritten", "5", 6.0).contains("cannot print {{5}}"));
    }

    #[test]
    fn marks_elsewhere_do_not_count() {
        let pages = &Temporary::new("claims-elsewhere").pages;
        for (literal, computed) in [
            ("7", 7.0),
            ("8", 8.0),
            ("2", 2.0),
            ("99", 99.0),
            ("11", 11.0),
        ] {
            let message = claim_on(pages, "norms", literal, computed).expect_err(literal);
            assert!(message.contains("does not print"), "{message}");
        }
    }

    #[test]
    fn the_same_number_written_otherwise_is_another_literal() {
        let pages = &Temporary::new("claims-otherwise").pages;
        assert!(claim_on(pages, "norms", "5.0", 5.0).is_err());
        assert!(claim_on(pages, "norms", r"\tfrac{20}{2}", 10.0).is_err());
    }
}
