//! Model + answers → what leaves the program: so far, the machine-readable answers.

pub mod json;
