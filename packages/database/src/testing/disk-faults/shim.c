/* Stands between a program and its disk (LD_PRELOAD): makes syncs slow, makes the n-th write or sync fail, and writes down what was
 * written and synced in which order. Only files whose path begins with HAYKAL_DISK_FILE are meant, of those the database, its log, its journal
 * and `-acked`, in which a program says what it has taken for durable. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

/* As in disk-faults.ts, which writes into the same memory. */
struct control {
  int32_t delay, fail_write_at, fail_sync_at, for_good, writes, syncs, error;
};

static struct control none, *control = &none;
static const char *prefix;
static int log_file = -1;
static pthread_mutex_t log_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static uint32_t next_sync;

static void start(void) {
  const char *path = getenv("HAYKAL_DISK_CONTROL"), *log = getenv("HAYKAL_DISK_LOG");
  prefix = getenv("HAYKAL_DISK_FILE");
  if (path) {
    int fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR);
    void *memory = mmap(NULL, sizeof none, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (fd >= 0 && memory != MAP_FAILED) control = memory;
    close(fd);
  }
  if (log) log_file = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CLOEXEC);
}

enum file { OTHER = -1, DATABASE, LOG, JOURNAL, ACKED };
static const char *const endings[] = {"", "-wal", "-journal", "-acked"};

static enum file kind_of_path(const char *path) {
  size_t length = prefix ? strlen(prefix) : 0;
  if (length == 0 || strncmp(path, prefix, length) != 0) return OTHER;
  for (int kind = DATABASE; kind <= ACKED; kind++)
    if (strcmp(path + length, endings[kind]) == 0) return kind;
  return OTHER;
}

static enum file kind_of(int fd) {
  pthread_once(&once, start);
  if (!prefix || fd < 3) return OTHER;
  char link[40], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return OTHER;
  path[length] = 0;
  return kind_of_path(path);
}

enum act { WRITE, TRUNCATE, SYNC_BEGUN, SYNCED, SYNC_FAILED, UNLINKED };
struct entry {
  uint8_t act, file;
  uint16_t unused;
  uint32_t length;
  uint64_t at;
};

/* `at` is an offset, a length or the number of a sync. */
static void note(enum act act, enum file file, uint64_t at, const void *bytes, size_t length) {
  if (log_file < 0) return;
  struct entry entry = {act, file, 0, bytes ? (uint32_t)length : 0, at};
  struct iovec parts[] = {{&entry, sizeof entry}, {(void *)bytes, entry.length}};
  pthread_mutex_lock(&log_lock);
  if (syscall(SYS_writev, log_file, parts, entry.length ? 2 : 1) < 0) abort();
  pthread_mutex_unlock(&log_lock);
}

static int fails(int32_t *count, int32_t at) {
  int32_t now = __atomic_add_fetch(count, 1, __ATOMIC_SEQ_CST);
  if (at == 0 || (control->for_good ? now < at : now != at)) return 0;
  errno = control->error ? control->error : EIO;
  return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define KNOWN(real, name) static __typeof__(&name) real; if (!real) real = REAL(name)

static ssize_t written(enum file file, off_t at, const void *bytes, ssize_t length) {
  if (length > 0) note(WRITE, file, (uint64_t)at, bytes, (size_t)length);
  return length;
}

static int write_fails(enum file file) { return file != ACKED && fails(&control->writes, control->fail_write_at); }

ssize_t write(int fd, const void *bytes, size_t length) {
  KNOWN(real, write);
  enum file file = kind_of(fd);
  if (file == OTHER) return real(fd, bytes, length);
  if (write_fails(file)) return -1;
  off_t at = lseek(fd, 0, SEEK_CUR);
  return written(file, at, bytes, real(fd, bytes, length));
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) {
  KNOWN(real, pwrite);
  enum file file = kind_of(fd);
  if (file == OTHER) return real(fd, bytes, length, at);
  if (write_fails(file)) return -1;
  return written(file, at, bytes, real(fd, bytes, length, at));
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) { return pwrite(fd, bytes, length, at); }

int ftruncate(int fd, off_t length) {
  KNOWN(real, ftruncate);
  enum file file = kind_of(fd);
  if (file == OTHER) return real(fd, length);
  if (write_fails(file)) return -1;
  int result = real(fd, length);
  if (result == 0) note(TRUNCATE, file, (uint64_t)length, NULL, 0);
  return result;
}

int ftruncate64(int fd, off64_t length) { return ftruncate(fd, length); }

int unlink(const char *path) {
  KNOWN(real, unlink);
  pthread_once(&once, start);
  int result = real(path);
  enum file file = kind_of_path(path);
  if (result == 0 && file != OTHER) note(UNLINKED, file, 0, NULL, 0);
  return result;
}

static int sync_by(int (*real)(int), int fd) {
  enum file file = kind_of(fd);
  if (file == OTHER || file == ACKED) return real(fd);
  uint32_t number = __atomic_add_fetch(&next_sync, 1, __ATOMIC_SEQ_CST);
  note(SYNC_BEGUN, file, number, NULL, 0);
  struct timespec delay = {control->delay / 1000, control->delay % 1000 * 1000000L};
  if (control->delay) nanosleep(&delay, NULL);
  int failed = fails(&control->syncs, control->fail_sync_at);
  int error = errno;
  int result = failed ? -1 : real(fd);
  note(result == 0 ? SYNCED : SYNC_FAILED, file, number, NULL, 0);
  if (failed) errno = error;
  return result;
}

int fsync(int fd) {
  KNOWN(real, fsync);
  return sync_by(real, fd);
}

int fdatasync(int fd) {
  KNOWN(real, fdatasync);
  return sync_by(real, fd);
}
