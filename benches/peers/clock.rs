//! Measuring: CPU seconds of all threads, and the time on the wall.

use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};

/// Work is measured again and again for so long, but three times at least and fifteen times at most.
pub const SECONDS: f64 = 3.0;
const FEWEST: usize = 3;
const MOST: usize = 15;

/// What some work takes, and what comes of it.
#[derive(Debug, Clone, Copy)]
pub struct Measured {
    /// The median of its CPU seconds.
    pub cpu: f64,
    /// The median of its time on the wall, in seconds.
    pub wall: f64,
    /// Its answer in one number.
    pub answer: f64,
}

/// Does some work again and again on so many threads. Its answer is made one number outside the time that is measured.
pub fn measured<T: Send>(
    threads: usize,
    work: impl Fn() -> T + Send + Sync,
    in_one: impl Fn(T) -> f64,
) -> Measured {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    let (mut cpu, mut wall) = (Vec::new(), Vec::new());
    loop {
        let found = pool.install(|| {
            let (cpu_start, start) = (cpu_seconds(), Instant::now());
            let found = std::hint::black_box(work());
            wall.push(start.elapsed().as_secs_f64());
            cpu.push(cpu_seconds() - cpu_start);
            found
        });
        let is_enough = wall.len() >= FEWEST && wall.iter().sum::<f64>() >= SECONDS;
        if is_enough || wall.len() >= MOST {
            return Measured { cpu: median(cpu), wall: median(wall), answer: in_one(found) };
        }
    }
}

fn cpu_seconds() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::try_from(time).unwrap_or_default().as_secs_f64()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
