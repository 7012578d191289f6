//! Long work beside the window: a question on a thread of its own, its progress, its answer, and a way to stop it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use crate::analysis::Progress;
use crate::breakdown::{Breakdown, guarded_with};

/// Tells somebody that an answer is there. The window is drawn again then.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// What work reports to, and asks whether to go on.
#[derive(Debug, Default)]
struct Line {
    is_stopped: AtomicBool,
    done: AtomicUsize,
    of: AtomicUsize,
}

/// Work under way. Dropping it stops it.
#[derive(Debug)]
pub struct Job<T> {
    line: Arc<Line>,
    answer: Receiver<Result<T, Breakdown>>,
}

impl<T: Send + 'static> Job<T> {
    /// Starts work on a thread of its own. It is given what it asks whether to go on; what it returns after it was told
    /// to stop is thrown away.
    pub fn start(
        wake: Wake,
        work: impl FnOnce(&(dyn Fn(Progress) -> bool + Sync)) -> T + Send + 'static,
    ) -> Self {
        Self::start_with(wake, 0, work)
    }

    /// The same for work that takes at least so many bytes: it is lost where the system does not give them.
    pub fn start_with(
        wake: Wake,
        least: usize,
        work: impl FnOnce(&(dyn Fn(Progress) -> bool + Sync)) -> T + Send + 'static,
    ) -> Self {
        let line = Arc::new(Line::default());
        let (send, answer) = channel();
        let there = Arc::clone(&line);
        let run = move || {
            let keep_on = |progress: Progress| {
                there.done.store(progress.done, Ordering::Relaxed);
                there.of.store(progress.of, Ordering::Relaxed);
                !there.is_stopped.load(Ordering::Relaxed)
            };
            let found = guarded_with(least, || work(&keep_on));
            // Nobody listens any more once the job was dropped. Whoever is woken finds that nothing else will come.
            let is_heard = send.send(found).is_ok();
            drop(send);
            if is_heard {
                wake();
            }
        };
        // Where no thread can be had the answer never comes, and `poll` says that it is lost.
        let _ = std::thread::Builder::new().name("jisr job".to_owned()).spawn(run);
        Self { line, answer }
    }

    /// The answer, once it is there.
    pub fn poll(&self) -> Poll<T> {
        match self.answer.try_recv() {
            Ok(Ok(answer)) => Poll::Done(answer),
            Ok(Err(breakdown)) => Poll::Lost(breakdown),
            Err(TryRecvError::Empty) => Poll::Working(self.progress()),
            Err(TryRecvError::Disconnected) => Poll::Lost(Breakdown::default()),
        }
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        Progress { done: self.line.done.load(Ordering::Relaxed), of: self.line.of.load(Ordering::Relaxed) }
    }
}

/// Gives up something large beside the window: giving the memory of hundreds of thousands of lines back takes as long as
/// some frames.
pub fn drop_beside<T: Send + 'static>(large: T) {
    // Where no thread can be had it is dropped here.
    let _ = std::thread::Builder::new().name("jisr drop".to_owned()).spawn(move || drop(large));
}

/// What follows from a state of the map and takes long on a large one: it is worked out beside the window, and until it is
/// there, what followed from the last state is used on.
#[derive(Debug)]
pub struct Beside<K, T> {
    ready: Option<(K, T)>,
    job: Option<(K, Job<T>)>,
}

impl<K, T> Default for Beside<K, T> {
    fn default() -> Self {
        Self { ready: None, job: None }
    }
}

impl<K: PartialEq + Clone, T: Send + 'static> Beside<K, T> {
    /// What follows from the state `key`, or else from the last one; `None` where nothing is there yet. `wake` is called
    /// when it is; without it, it is worked out at once.
    pub fn get(
        &mut self,
        key: &K,
        wake: Option<&Wake>,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Option<&T> {
        if let Some((of, job)) = self.job.take() {
            match job.poll() {
                Poll::Done(found) => self.ready = Some((of, found)),
                Poll::Working(_) => self.job = Some((of, job)),
                Poll::Lost(_) => {}
            }
        }
        if !self.is_of(key) {
            match wake {
                None => (self.ready, self.job) = (Some((key.clone(), work())), None),
                Some(wake) => {
                    // One at a time: typing must not pile them up.
                    if self.job.is_none() {
                        self.job = Some((key.clone(), Job::start(Arc::clone(wake), move |_| work())));
                    }
                }
            }
        }
        self.ready.as_ref().map(|(_, found)| found)
    }

    /// Whether what is there follows from that state.
    pub fn is_of(&self, key: &K) -> bool {
        self.ready.as_ref().is_some_and(|(of, _)| of == key)
    }

    /// What is there.
    pub fn last(&self) -> Option<&T> {
        self.ready.as_ref().map(|(_, found)| found)
    }
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.line.is_stopped.store(true, Ordering::Relaxed);
    }
}

/// How work stands.
#[derive(Debug)]
pub enum Poll<T> {
    /// So far.
    Working(Progress),
    /// Done, with that answer.
    Done(T),
    /// It broke down, there; or no thread could be had for it.
    Lost(Breakdown),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_job_is_told_to_stop() {
        let (tell, told) = channel();
        let job = Job::start(Arc::new(|| {}), move |keep_on| {
            while keep_on(Progress { done: 1, of: 2 }) {
                std::thread::yield_now();
            }
            tell.send(()).unwrap();
        });
        assert!(matches!(job.poll(), Poll::Working(_)));
        drop(job);
        told.recv().unwrap();
    }

    #[test]
    fn work_that_breaks_down_is_lost_and_wakes() {
        let (tell, told) = channel();
        let wake: Wake = Arc::new(move || tell.send(()).unwrap());
        let job: Job<u8> = Job::start(wake, |_| panic!("on purpose"));
        told.recv().unwrap();
        assert!(matches!(job.poll(), Poll::Lost(_)));
    }

    #[test]
    fn work_that_there_is_no_memory_for_is_lost_before_it_begins() {
        let (tell, told) = channel();
        let wake: Wake = Arc::new(move || tell.send(()).unwrap());
        let job: Job<u8> = Job::start_with(wake, isize::MAX as usize - 1_024, |_| panic!("it was begun"));
        told.recv().unwrap();
        assert!(matches!(job.poll(), Poll::Lost(breakdown) if breakdown.is_memory));
    }

    #[test]
    fn what_is_worked_out_beside_is_that_of_the_last_state_until_it_is_there() {
        let (tell, told) = channel();
        let wake: Wake = Arc::new(move || tell.send(()).unwrap());
        let mut beside: Beside<u8, u8> = Beside::default();
        assert_eq!(beside.get(&1, None, || 10), Some(&10));
        assert_eq!(beside.get(&2, Some(&wake), || 20), Some(&10));
        assert!(!beside.is_of(&2));
        told.recv().unwrap();
        assert_eq!(beside.get(&2, Some(&wake), || unreachable!()), Some(&20));
        // What breaks down is tried again, and what was there stays.
        assert_eq!(beside.get(&3, Some(&wake), || panic!("on purpose")), Some(&20));
        told.recv().unwrap();
        assert_eq!(beside.get(&3, Some(&wake), || 30), Some(&20));
        told.recv().unwrap();
        assert_eq!(beside.get(&3, Some(&wake), || 0), Some(&30));
        assert_eq!(beside.last(), Some(&30));
    }

    #[test]
    fn an_answer_comes_once_and_wakes() {
        let (tell, told) = channel();
        let wake: Wake = Arc::new(move || tell.send(()).unwrap());
        let job = Job::start(wake, |_| 7);
        told.recv().unwrap();
        assert!(matches!(job.poll(), Poll::Done(7)));
        assert!(matches!(job.poll(), Poll::Lost(_)));
    }
}
