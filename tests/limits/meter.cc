// Runs command lines of annal in one process and reports what each of them costs, so that thousands can be measured:
// the program starts once, and each command line runs in a fork of it. Under valgrind the forks share the code that
// valgrind has translated.
//
// Input, a line each:   the words of a command line with tabs between them; a first word "warm" runs the rest in this
// process, unmeasured Output, a line each:  process id, exit code (128 + signal number where a signal ended it), CPU
// time in microseconds, the most bytes
//                       allocated at one time, bytes written to standard output
//
// The environment sets two limits: METER_SECONDS of CPU time and METER_MEMORY in bytes. Allocation fails beyond the
// second. Instructions are counted outside: `valgrind --tool=cachegrind` writes the count of each fork to a log that
// has its process id.
#include <malloc.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

/// The main function of annal: cli/main.cc, compiled under this name.
int annal_main(int count, char** words);

extern "C" {
void* __libc_malloc(std::size_t);
void __libc_free(void*);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);
}

namespace {

std::atomic<std::size_t> live{0}, peak{0};
std::size_t most_memory = SIZE_MAX;

void* counted(void* block) {
  if (block == nullptr) return nullptr;
  const std::size_t now = live += malloc_usable_size(block);
  if (now > peak) peak = now;
  return block;
}

bool is_over(std::size_t size) { return size > most_memory || live > most_memory - size; }

}  // namespace

// These replace the allocator's functions in the whole process, libraries included.
extern "C" {
void* malloc(std::size_t size) { return is_over(size) ? nullptr : counted(__libc_malloc(size)); }

void free(void* block) {
  if (block != nullptr) live -= malloc_usable_size(block);
  __libc_free(block);
}

void* calloc(std::size_t number, std::size_t size) {
  if (size != 0 && number > SIZE_MAX / size) return nullptr;
  void* block = malloc(number * size);
  return block == nullptr ? nullptr : std::memset(block, 0, number * size);
}

void* realloc(void* block, std::size_t size) {
  const std::size_t before = block == nullptr ? 0 : malloc_usable_size(block);
  if (size > before && is_over(size - before)) return nullptr;
  void* moved = __libc_realloc(block, size);
  if (moved != nullptr || size == 0) live -= before;
  return counted(moved);
}

void* memalign(std::size_t alignment, std::size_t size) {
  return is_over(size) ? nullptr : counted(__libc_memalign(alignment, size));
}

void* aligned_alloc(std::size_t alignment, std::size_t size) { return memalign(alignment, size); }

int posix_memalign(void** block, std::size_t alignment, std::size_t size) {
  *block = memalign(alignment, size);
  return *block == nullptr ? ENOMEM : 0;
}
}

namespace {

struct Cost {
  std::size_t peak;
  long long microseconds;
};

long long microseconds_used() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  return (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1'000'000LL + used.ru_utime.tv_usec + used.ru_stime.tv_usec;
}

std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words;
  for (std::size_t begin = 0, end = 0; end != std::string::npos; begin = end + 1) {
    end = line.find('\t', begin);
    words.push_back(line.substr(begin, end == std::string::npos ? end : end - begin));
  }
  return words;
}

int run(std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  return annal_main(static_cast<int>(words.size()), arguments.data());
}

/// Runs in the fork. The limits hold from here on: what valgrind itself needs is not the program's.
[[noreturn]] void run_measured(std::vector<std::string>& words, int output, Cost* cost,
                               const std::pair<rlim_t, std::size_t>& limits) {
  ::dup2(output, STDOUT_FILENO);
  const rlimit seconds{limits.first, limits.first};
  ::setrlimit(RLIMIT_CPU, &seconds);
  const std::size_t before = live;
  most_memory = limits.second > SIZE_MAX - before ? SIZE_MAX : before + limits.second;
  peak = before;
  const long long begin = microseconds_used();
  const int code = run(words);
  cost->microseconds = microseconds_used() - begin;
  cost->peak = peak - before;
  ::_exit(code);
}

std::size_t number_from(const char* name, std::size_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

}  // namespace

int main() {
  const std::pair<rlim_t, std::size_t> limits{number_from("METER_SECONDS", RLIM_INFINITY),
                                              number_from("METER_MEMORY", SIZE_MAX)};
  void* shared = ::mmap(nullptr, sizeof(Cost), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  const int output = ::memfd_create("output", 0), answers = ::dup(STDOUT_FILENO);
  if (shared == MAP_FAILED || output < 0 || answers < 0) return 4;
  Cost* cost = static_cast<Cost*>(shared);
  ::dup2(output, STDOUT_FILENO);
  std::string line;
  while (std::getline(std::cin, line)) {
    std::vector<std::string> words = words_of(line);
    const bool warm = words[0] == "warm";
    if (warm) words.erase(words.begin());
    words.insert(words.begin(), "annal");
    if (warm) {
      run(words);
      continue;
    }
    *cost = {};
    if (::ftruncate(output, 0) != 0 || ::lseek(output, 0, SEEK_SET) != 0) return 4;
    const pid_t child = ::fork();
    if (child < 0) return 4;
    if (child == 0) run_measured(words, output, cost, limits);
    int status = 0;
    ::waitpid(child, &status, 0);
    struct stat written {};
    ::fstat(output, &written);
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    ::dprintf(answers, "%d %d %lld %zu %lld\n", static_cast<int>(child), code, cost->microseconds, cost->peak,
              static_cast<long long>(written.st_size));
  }
}
