//! How much work the program has, measured so that a busy machine makes no difference.

use std::time::Duration;

/// What `work` gives, and for how long a processor was busy with it: all of it is done on one thread, whose time does not
/// pass while others have the processor.
pub(crate) fn effort<T: Send>(work: impl FnOnce() -> T + Send) -> (T, Duration) {
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread");
    alone.install(|| {
        let begun = busy();
        let made = work();
        (made, busy().saturating_sub(begun))
    })
}

/// Demands that `work` on `count` things takes less than three times as long as on half of them: in proportion it would
/// be twice, by squares four times. What takes no time at all is not judged.
pub(crate) fn check_growth(what: &str, count: usize, work: impl Fn(usize) + Sync) {
    let [half, whole] = [count / 2, count].map(|count| effort(|| work(count)).1);
    assert!(whole < half * 3 + Duration::from_millis(100), "{what}: {half:?} for {}, {whole:?} for {count}", count / 2);
}

#[cfg(unix)]
fn busy() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(time).expect("a time since the thread began")
}

/// Where the time of a thread cannot be had, that of the wall.
#[cfg(not(unix))]
fn busy() -> Duration {
    static BEGUN: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    BEGUN.elapsed()
}
