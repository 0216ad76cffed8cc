//! What the tests of the listings rely on can fail, and says why.

mod claims;
mod harness;
