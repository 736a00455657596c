// A stand-in for NVIDIA's driver, so that the code that drives cards runs where there is none: memory of a card is
// memory of this process, a launch runs the host build of the generated kernels, which kernel.cu beside it holds.
//
// Settings come from the environment variable STANDIN, or from standin_configure at any time; one text, words apart:
//   cards=2            how many cards there are
//   memory=67108864    bytes of each
//   capability=90      compute capability of each, 10 times
//   fp64=2             how many times slower doubles are than floats
//   cuda=13000         newest CUDA the driver knows
//   ptx=90             newest version of PTX it reads, 10 times
//   fail=F:K:CODE      call number K of function F fails with CODE; may be given several times
//   fail=F:K:CODE:N    call number K of function F on card N
//   flip=K             copy number K from a card comes back with one bit changed
// As with the real one, most errors of a card (700 and up) stay until its context is given up.
#include "kernel.cu"
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <map>
#include <mutex>
#include <sstream>
#include <string>
#include <vector>

namespace {

enum {
    INVALID_VALUE = 1,
    OUT_OF_MEMORY = 2,
    NOT_INITIALIZED = 3,
    NO_DEVICE = 100,
    INVALID_DEVICE = 101,
    INVALID_IMAGE = 200,
    INVALID_CONTEXT = 201,
    NO_BINARY_FOR_GPU = 209,
    UNSUPPORTED_PTX_VERSION = 222,
    INVALID_HANDLE = 400,
    NOT_FOUND = 500,
    ILLEGAL_ADDRESS = 700
};

struct Failure {
    std::string function;
    int call;
    int code;
    int card;  // -1: any
    int seen = 0;
};

struct Card {
    int holders = 0;
    int sticky = 0;
    size_t used = 0;
    std::map<uintptr_t, size_t> memory;
};

struct Module {
    Card *card;
    std::string ptx;
};

typedef void (*Launch)(unsigned, unsigned, void **);

struct Function {
    Card *card;
    Launch launch;
};

std::recursive_mutex lock;
bool initialized = false;
int cards, capability, fp64, cuda, ptx, flip;
size_t memory;
long launches;
std::vector<Failure> failures;
Card all[16];
thread_local Card *current = nullptr;

void configure(const char *text) {
    cards = 1;
    memory = 1ull << 30;
    capability = 90;
    fp64 = 2;
    cuda = 13000;
    ptx = 90;
    flip = 0;
    launches = 0;
    failures.clear();
    for (Card &card : all) {
        card.sticky = 0;
    }
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        std::string name = word.substr(0, word.find('='));
        std::string value = word.substr(word.find('=') + 1);
        if (name == "fail") {
            Failure failure{value.substr(0, value.find(':')), 0, 0, -1};
            if (sscanf(value.c_str() + value.find(':'), ":%d:%d:%d", &failure.call, &failure.code, &failure.card) < 2) {
                abort();
            }
            failures.push_back(failure);
        } else if (name == "memory") {
            memory = strtoull(value.c_str(), nullptr, 10);
        } else {
            int number = atoi(value.c_str());
            (name == "cards" ? cards
             : name == "capability" ? capability
             : name == "fp64"       ? fp64
             : name == "cuda"       ? cuda
             : name == "ptx"        ? ptx
             : name == "flip"       ? flip
                                    : (abort(), cards)) = number;
        }
    }
}

const bool configured = [] {
    const char *text = getenv("STANDIN");
    configure(text ? text : "");
    return true;
}();

int ordinal(const Card *card) {
    return card ? (int) (card - all) : -1;
}

/// What has to be answered before the call itself is looked at; 0 if nothing.
int early(const char *function, Card *card) {
    for (Failure &failure : failures) {
        if (failure.function == function && (failure.card < 0 || failure.card == ordinal(card))) {
            if (++failure.seen == failure.call) {
                if (failure.code >= ILLEGAL_ADDRESS && failure.code < 800 && card) {
                    card->sticky = failure.code;
                }
                return failure.code;
            }
        }
    }
    if (!initialized && std::string(function) != "cuInit") {
        return NOT_INITIALIZED;
    }
    return card ? card->sticky : 0;
}

int earlyInContext(const char *function) {
    int code = early(function, current);
    return code ? code : current && current->holders > 0 ? 0 : INVALID_CONTEXT;
}

bool holds(Card *card, uintptr_t address, size_t bytes) {
    auto after = card->memory.upper_bound(address);
    if (after == card->memory.begin()) {
        return false;
    }
    auto piece = std::prev(after);
    return bytes <= piece->second && address - piece->first <= piece->second - bytes;
}


void release(Card *card) {
    for (auto &piece : card->memory) {
        free((void *) piece.first);
    }
    card->memory.clear();
    card->used = 0;
    card->sticky = 0;
}

void complain(unsigned options, const int *names, void **values, const std::string &text) {
    char *log = nullptr;
    size_t room = 0;
    for (unsigned i = 0; i < options; i++) {
        if (names[i] == 5) {
            log = (char *) values[i];
        } else if (names[i] == 6) {
            room = (size_t) (uintptr_t) values[i] & 0xffffffff;
        }
    }
    if (log && room) {
        snprintf(log, room, "%s", text.c_str());
    }
}

/// The number behind a directive, 10 times; -1 if there is none.
int directive(const std::string &text, const std::string &name) {
    size_t at = text.find("\n" + name);
    if (at == std::string::npos) {
        return -1;
    }
    int whole = 0, tenth = 0;
    int read = sscanf(text.c_str() + at + 1 + name.size(), "%d.%d", &whole, &tenth);
    return read == 2 ? 10 * whole + tenth : read == 1 ? whole : -1;
}

}  // namespace

#define API extern "C" __attribute__((visibility("default"))) int
#define LOCKED std::lock_guard<std::recursive_mutex> locked(lock)
#define FIRST(card)                                    \
    LOCKED;                                            \
    if (int code = early(__func__, card)) return code
#define FIRST_IN_CONTEXT                               \
    LOCKED;                                            \
    if (int code = earlyInContext(__func__)) return code
#define A_CARD(device)                                 \
    if (device < 0 || device >= cards) return INVALID_DEVICE

extern "C" __attribute__((visibility("default"))) void standin_configure(const char *text) {
    LOCKED;
    configure(text);
}

/// Pieces of card memory that somebody still has.
extern "C" __attribute__((visibility("default"))) long standin_pieces() {
    LOCKED;
    long count = 0;
    for (Card &card : all) {
        count += (long) card.memory.size();
    }
    return count;
}

/// Launches since the settings were made.
extern "C" __attribute__((visibility("default"))) long standin_launches() {
    LOCKED;
    return launches;
}

API cuInit(unsigned) {
    FIRST(nullptr);
    initialized = true;
    return cards > 0 ? 0 : NO_DEVICE;
}

API cuDriverGetVersion(int *version) {
    *version = cuda;
    return 0;
}


API cuDeviceGetCount(int *count) {
    FIRST(nullptr);
    *count = cards;
    return 0;
}

API cuDeviceGet(int *device, int number) {
    FIRST(nullptr);
    A_CARD(number);
    *device = number;
    return 0;
}

API cuDeviceGetName(char *name, int room, int device) {
    FIRST(nullptr);
    A_CARD(device);
    snprintf(name, room, "Stand-in %c", 'A' + device);
    return 0;
}

API cuDeviceGetUuid(unsigned char *uuid, int device) {
    FIRST(nullptr);
    A_CARD(device);
    for (int i = 0; i < 16; i++) {
        uuid[i] = (unsigned char) (17 * i);
    }
    uuid[15] = (unsigned char) device;
    return 0;
}

API cuDeviceGetAttribute(int *value, int which, int device) {
    FIRST(nullptr);
    A_CARD(device);
    *value = which == 75 ? capability / 10 : which == 76 ? capability % 10 : which == 16 ? 4 : which == 87 ? fp64 : 0;
    return 0;
}

API cuDeviceTotalMem_v2(size_t *bytes, int device) {
    FIRST(nullptr);
    A_CARD(device);
    *bytes = memory;
    return 0;
}

API cuDevicePrimaryCtxRetain(void **context, int device) {
    FIRST(all + device);
    A_CARD(device);
    all[device].holders++;
    *context = all + device;
    return 0;
}

#ifndef STANDIN_OLD
API cuDevicePrimaryCtxRelease_v2(int device) {
    LOCKED;
    A_CARD(device);
    if (all[device].holders == 0) {
        return INVALID_CONTEXT;
    }
    if (--all[device].holders == 0) {
        release(all + device);
    }
    return 0;
}
#endif

API cuCtxSetCurrent(void *context) {
    FIRST(nullptr);
    current = (Card *) context;
    return 0;
}

API cuCtxSynchronize() {
    FIRST_IN_CONTEXT;
    return 0;
}

API cuModuleLoadDataEx(void **module, const void *image, unsigned options, int *names, void **values) {
    FIRST_IN_CONTEXT;
    std::string text = (const char *) image;
    int version = directive(text, ".version "), target = directive(text, ".target sm_");
    if (version < 0 || target < 0) {
        complain(options, names, values, "ptxas fatal   : no .version or no .target\n");
        return INVALID_IMAGE;
    }
    if (version > ptx) {
        complain(options, names, values, "ptxas application ptx input, line 11; fatal   : Unsupported .version\n");
        return UNSUPPORTED_PTX_VERSION;
    }
    if (target > capability) {
        complain(options, names, values, "ptxas fatal   : .target is newer than the card\n");
        return NO_BINARY_FOR_GPU;
    }
    *module = new Module{current, text};
    return 0;
}

API cuModuleUnload(void *module) {
    FIRST_IN_CONTEXT;
    delete (Module *) module;
    return 0;
}

API cuModuleGetFunction(void **function, void *module, const char *name) {
    FIRST_IN_CONTEXT;
    Module *loaded = (Module *) module;
    if (loaded->ptx.find(".entry " + std::string(name) + "(") == std::string::npos) {
        return NOT_FOUND;
    }
    Dl_info self;
    dladdr((void *) &cuInit, &self);
    void *library = dlopen(self.dli_fname, RTLD_NOLOAD | RTLD_NOW);
    void *launch = dlsym(library, (std::string(name) + "_launch").c_str());
    if (!launch) {
        return NOT_FOUND;
    }
    *function = new Function{loaded->card, (Launch) launch};  // as long as the process; there are a few
    return 0;
}

API cuMemGetInfo_v2(size_t *unused, size_t *total) {
    FIRST_IN_CONTEXT;
    *unused = memory - current->used;
    *total = memory;
    return 0;
}

API cuMemAlloc_v2(uintptr_t *address, size_t bytes) {
    FIRST_IN_CONTEXT;
    size_t rounded = (bytes + 255) / 256 * 256;
    if (bytes == 0) {
        return INVALID_VALUE;
    }
    if (rounded > memory - current->used) {
        return OUT_OF_MEMORY;
    }
    void *taken = aligned_alloc(256, rounded);
    memset(taken, 1, rounded);  // nobody may count on zeros; 1 is a valid bool
    current->used += rounded;
    current->memory[(uintptr_t) taken] = bytes;
    *address = (uintptr_t) taken;
    return 0;
}

API cuMemFree_v2(uintptr_t address) {
    FIRST_IN_CONTEXT;
    auto piece = current->memory.find(address);
    if (piece == current->memory.end()) {
        return INVALID_VALUE;
    }
    current->used -= (piece->second + 255) / 256 * 256;
    current->memory.erase(piece);
    free((void *) address);
    return 0;
}

API cuMemAllocHost_v2(void **address, size_t bytes) {
    FIRST_IN_CONTEXT;
    *address = malloc(bytes);
    return 0;
}

API cuMemFreeHost(void *address) {
    FIRST_IN_CONTEXT;
    free(address);
    return 0;
}

API cuMemcpyHtoD_v2(uintptr_t to, const void *from, size_t bytes) {
    FIRST_IN_CONTEXT;
    if (!holds(current, to, bytes)) {
        return INVALID_VALUE;
    }
    memcpy((void *) to, from, bytes);
    return 0;
}

API cuMemcpyDtoH_v2(void *to, uintptr_t from, size_t bytes) {
    FIRST_IN_CONTEXT;
    if (!holds(current, from, bytes)) {
        return INVALID_VALUE;
    }
    memcpy(to, (void *) from, bytes);
    if (flip > 0 && --flip == 0) {
        ((char *) to)[bytes / 2] ^= 1;
    }
    return 0;
}

API cuLaunchKernel(void *function, unsigned gridX, unsigned gridY, unsigned gridZ, unsigned blockX, unsigned blockY,
                   unsigned blockZ, unsigned, void *, void **arguments, void **) {
    Card *card;
    {
        FIRST_IN_CONTEXT;
        card = current;
        if (((Function *) function)->card != card) {
            return INVALID_HANDLE;
        }
        if (gridX == 0 || gridY != 1 || gridZ != 1 || blockX == 0 || blockX > 1024 || blockY != 1 || blockZ != 1) {
            return INVALID_VALUE;
        }
        launches++;
    }
    ((Function *) function)->launch(gridX, blockX, arguments);  // two cards compute at the same time
    return 0;
}
