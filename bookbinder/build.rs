//! Says in one sentence what is missing, before a library fails for want of it.

use std::io::ErrorKind;
use std::process::Command;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed=PATH");
    let patch = Command::new("patch").arg("--version").output();
    if patch.is_err_and(|error| error.kind() == ErrorKind::NotFound) {
        eprintln!(
            "The program `patch` is missing; install it (Debian: apt-get install patch, macOS: xcode-select --install) and try again."
        );
        std::process::exit(1);
    }
}
