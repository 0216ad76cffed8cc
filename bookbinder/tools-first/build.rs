//! Says in one sentence which tool is missing.

use std::io::ErrorKind;
use std::process::{Command, exit};

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed=PATH");
    let found = Command::new("patch").arg("--version").output();
    if found.is_err_and(|error| error.kind() == ErrorKind::NotFound) {
        eprintln!(
            "The program `patch` is missing; install it (Debian: apt-get install patch, macOS: xcode-select --install) and try again."
        );
        exit(1);
    }
}
