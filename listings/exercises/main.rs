//! Checks a reader's attempt at a build exercise.
//!
//! `cargo run --example exercise NAME` tries the function in
//! `listings/exercises/NAME.rs`; with `-- --solution NAME` it tries the one in
//! `listings/exercises/solutions/` instead, by the same check. Without a name
//! it lists the exercises.

// A starter does not use its arguments yet.
#![allow(unused_variables)]

use std::env;
use std::panic::{self, PanicHookInfo};
use std::process::ExitCode;
use std::sync::Mutex;

/// Each exercise by the name of its file, which is the name of its function
/// too: in the starter, which also holds the `check`, and in the solution.
macro_rules! exercises {
    ($($name:ident),* $(,)?) => {
        $(mod $name;)*
        mod solutions {
            $(pub mod $name;)*
        }
        const EXERCISES: &[Exercise] = &[$(Exercise {
            name: stringify!($name),
            text: include_str!(concat!(stringify!($name), ".rs")),
            attempt: || $name::check($name::$name),
            solution: || $name::check(solutions::$name::$name),
        }),*];
    };
}

exercises! {
    components_by_power,
    denoised_digits,
    inverse_iteration,
    iterative_refinement,
    kahan_sum_f32,
    matrix_chain,
    mean_digits,
    nearest_centroid,
    neumann_doubling,
    packed_symmetric,
    pagerank,
    restored_digits,
    rotary_embedding,
    rows_one_by_one,
    scatter_columns,
    segment_membership,
    seven_products,
    squared_distances,
    strided_view,
    tridiagonal_solve,
}

struct Exercise {
    name: &'static str,
    text: &'static str,
    attempt: fn(),
    solution: fn(),
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (name, solution) = match arguments[..] {
        [] => {
            list();
            return ExitCode::SUCCESS;
        }
        [name] if !name.starts_with('-') => (name, false),
        ["--solution", name] => (name, true),
        _ => {
            eprintln!("usage: cargo run --example exercise [-- --solution] [NAME]");
            return ExitCode::from(2);
        }
    };
    let Some(exercise) = EXERCISES.iter().find(|exercise| exercise.name == name) else {
        eprintln!("there is no exercise {name:?}; without a name they are listed");
        return ExitCode::from(2);
    };
    let check = if solution {
        exercise.solution
    } else {
        exercise.attempt
    };
    match outcome(check) {
        Ok(()) => {
            println!("{name}: right");
            ExitCode::SUCCESS
        }
        Err(message) => {
            println!("{name}: not yet\n{message}");
            ExitCode::FAILURE
        }
    }
}

fn list() {
    for exercise in EXERCISES {
        let title = exercise.text.lines().next().unwrap_or_default();
        println!("{:<24}{}", exercise.name, title.trim_start_matches("//! "));
    }
}

/// Runs a check; if it fails, says how, and where the code gave up.
fn outcome(check: fn()) -> Result<(), String> {
    static MESSAGE: Mutex<String> = Mutex::new(String::new());
    let remember = |info: &PanicHookInfo<'_>| {
        let place = info
            .location()
            .map_or_else(String::new, ToString::to_string);
        let said = info.payload_as_str().unwrap_or("it panics");
        if let Ok(mut message) = MESSAGE.lock() {
            *message = format!("{said}\n({place})");
        }
    };
    panic::set_hook(Box::new(remember));
    let result = panic::catch_unwind(check);
    let _ = panic::take_hook();
    let message = || {
        MESSAGE
            .lock()
            .map_or_else(|_| String::new(), |said| said.clone())
    };
    result.map_err(|_| message())
}
