//! Jisr maps the formal and informal actors of community safety, and says who among the local ones is heard at
//! national level, through whom, whether an answer comes back, and who is missing.

pub mod analysis;
pub mod cli;
pub mod format;
pub mod model;
pub mod report;
pub mod words;
