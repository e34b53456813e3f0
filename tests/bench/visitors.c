/* Many visitors in one process: connect, join, walk, and measure what comes back.
 *
 * Each sends a full pose HZ times a second at its own moment of the period; the left hand's
 * position holds when it was sent (microseconds), the right hand's a sequence number. Latency is
 * read by every eighth visitor; up to 32 of them also keep account of every sequence number.
 * Prints READY when all are in, BEGIN and END around the measured time, then one line of JSON.
 *
 * usage: visitors PORT HALL COUNT HZ WARM_SECONDS SECONDS SIDE_METRES RADIUS_METRES
 *        (radius 0: everybody is expected to see everybody)
 */
#define _GNU_SOURCE
#include <errno.h>
#include <math.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 8192, FULL = 32, HEAD = 14, HEADER = 12, AUDITORS = 32, SLOTS = 65536,
       BUCKETS = 40000, AT_ONCE = 32, TURNS = 64 };
typedef enum { CONNECTING, UPGRADING, JOINING, INSIDE, GONE } Stage;

typedef struct {
    int fd, slot, auditor;       /* auditor: index of its ledger, or -1 */
    Stage stage;
    float x, z, heading;
    uint32_t sequence;
    uint64_t due;
    uint8_t *input;
    size_t length, room;
} Visitor;

typedef struct { uint32_t sequence; uint64_t at; } Seen;

static Visitor visitors[MOST];
static Seen *ledgers[AUDITORS];
static int visitor_at[SLOTS];     /* slot -> visitor */
static int count, inside, gone, poll_fd, measuring;
static float side, radius, step;
static uint64_t began;
static uint64_t sent, blocked, skipped, frames, fulls, heads, bytes, other_bytes, other_frames;
static uint64_t kept, overtaken, lost, repeated, near_pairs, unseen;
static uint32_t latency[BUCKETS], lateness[BUCKETS];   /* hundredths of a millisecond */

static uint64_t now_us(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000ull + t.tv_nsec / 1000;
}

static void note(uint32_t *histogram, uint64_t us) {
    histogram[us / 10 < BUCKETS ? us / 10 : BUCKETS - 1]++;
}

static double percentile(const uint32_t *histogram, double share) {
    uint64_t total = 0, below = 0;
    for (int i = 0; i < BUCKETS; i++) total += histogram[i];
    for (int i = 0; i < BUCKETS; i++)
        if ((below += histogram[i]) >= share * total && total) return (i + 1) / 100.0;
    return 0;
}

/* --- what a visitor says ------------------------------------------------------------------ */

static int send_frame(Visitor *v, int opcode, const uint8_t *data, int size) {
    static const uint8_t mask[4] = {0x5a, 0x11, 0xc3, 0x7e};
    uint8_t out[256] = {0x80 | opcode, 0x80 | size};
    memcpy(out + 2, mask, 4);
    for (int i = 0; i < size; i++) out[6 + i] = data[i] ^ mask[i & 3];
    return send(v->fd, out, size + 6, MSG_DONTWAIT | MSG_NOSIGNAL) == size + 6;
}

static int put_text(uint8_t *out, const char *text) {
    int n = strlen(text);
    out[0] = 0xa0 | n;
    memcpy(out + 1, text, n);
    return n + 1;
}

static void ask_upgrade(Visitor *v) {
    static const char request[] =
        "GET /live HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Protocol: lingjing.v1\r\n\r\n";
    if (send(v->fd, request, sizeof request - 1, MSG_NOSIGNAL) < 0) v->stage = GONE;
    else v->stage = UPGRADING;
}

static void ask_in(Visitor *v, const char *hall) {
    uint8_t out[128];
    int n = 0;
    out[n++] = 0x83;
    n += put_text(out + n, "t"), n += put_text(out + n, "auth");
    n += put_text(out + n, "version"), out[n++] = 1;
    n += put_text(out + n, "name"), n += put_text(out + n, "walker");
    send_frame(v, 2, out, n);
    n = 0;
    out[n++] = 0x82;
    n += put_text(out + n, "t"), n += put_text(out + n, "join");
    n += put_text(out + n, "hall"), n += put_text(out + n, hall);
    send_frame(v, 2, out, n);
    v->stage = JOINING;
}

static void put_axis(uint8_t *inside_cell, uint8_t *cell, float v) {
    int c = (int)floorf(v / 65.536f);
    long mm = lroundf((v - c * 65.536f) * 1000);
    uint16_t at = mm < 0 ? 0 : mm > 65535 ? 65535 : mm;
    memcpy(inside_cell, &at, 2);
    *cell = c + 128;
}

static void walk(Visitor *v) {
    float x = v->x + cosf(v->heading) * step, z = v->z + sinf(v->heading) * step;
    if (fabsf(x) > side / 2 || fabsf(z) > side / 2) { v->heading += 1.9f; return; }
    v->x = x, v->z = z;
}

static void send_pose(Visitor *v, uint64_t now) {
    static const uint32_t straight = 3u << 30 | 512u << 20 | 512u << 10 | 512u;
    static const uint32_t hand = (3u << 27 | 256u << 18 | 256u << 9 | 256u) << 1;
    uint8_t pose[31] = {1};
    uint16_t height = 17600;
    uint32_t stamp = now, sequence = ++v->sequence;
    walk(v);
    put_axis(pose + 1, pose + 7, v->x);
    memcpy(pose + 3, &height, 2);
    put_axis(pose + 5, pose + 8, v->z);
    memcpy(pose + 9, &straight, 4);
    pose[13] = 3;
    memcpy(pose + 15, &stamp, 4), memcpy(pose + 19, &hand, 4);
    memcpy(pose + 23, &sequence, 4), memcpy(pose + 27, &hand, 4);
    int ok = send_frame(v, 2, pose, sizeof pose);
    if (!measuring) return;
    sent += ok, blocked += !ok;
    note(lateness, now - v->due);
}

/* --- what a visitor hears ----------------------------------------------------------------- */

static void audit(Seen *seen, uint32_t sequence, uint64_t now) {
    uint32_t gap = sequence - seen->sequence - 1;
    if (seen->at && now - seen->at < 1000000) {
        if (sequence == seen->sequence) { repeated++; return; }
        if (gap == 1) overtaken++;
        else if (gap < 1000) lost += gap;
    }
    kept++;
    seen->sequence = sequence, seen->at = now;
}

static void hear_presence(Visitor *v, const uint8_t *p, size_t size, uint64_t now) {
    uint16_t n_full, n_head;
    memcpy(&n_full, p + 2, 2), memcpy(&n_head, p + 4, 2);
    if (!measuring) return;
    frames++, fulls += n_full, heads += n_head, bytes += size;
    if ((v - visitors) % 8) return;
    for (int i = 0; i < n_full; i++) {
        const uint8_t *record = p + HEADER + (size_t)i * FULL;
        uint32_t stamp, sequence;
        uint16_t slot;
        memcpy(&stamp, record + 16, 4), memcpy(&sequence, record + 24, 4), memcpy(&slot, record, 2);
        if (!sequence) continue;                       /* a spawn pose */
        note(latency, (uint32_t)now - stamp);
        if (v->auditor >= 0) audit(&ledgers[v->auditor][slot], sequence, now);
    }
}

static void hear_joined(Visitor *v, const uint8_t *p, size_t size) {
    const uint8_t *you = memmem(p, size, "\xa3you", 4);
    if (!memmem(p, size < 40 ? size : 40, "joined", 6) || !you) return;
    you += 4;
    v->slot = *you < 128 ? *you : *you == 0xcc ? you[1] : you[1] << 8 | you[2];
    visitor_at[v->slot] = v - visitors;
    v->stage = INSIDE;
    inside++;
    send_pose(v, now_us());      /* away from the spawn point at once */
}

static void hear_frame(Visitor *v, int opcode, const uint8_t *p, size_t size, uint64_t now) {
    if (opcode == 9) send_frame(v, 10, p, size);
    else if (opcode == 8) v->stage = GONE;
    else if (size >= HEADER && p[0] == 2) hear_presence(v, p, size, now);
    else {
        other_frames++, other_bytes += size;
        if (v->stage == JOINING) hear_joined(v, p, size);
    }
}

static size_t hear_frames(Visitor *v, uint64_t now) {
    size_t at = 0;
    while (v->length - at >= 2) {
        uint8_t *p = v->input + at;
        size_t size = p[1] & 127, head = size == 126 ? 4 : size == 127 ? 10 : 2;
        if (v->length - at < head) break;
        if (head > 2) { size = 0; for (size_t i = 2; i < head; i++) size = size << 8 | p[i]; }
        if (v->length - at < head + size) break;
        hear_frame(v, p[0] & 15, p + head, size, now);
        at += head + size;
    }
    return at;
}

static void leave(Visitor *v) {
    inside -= v->slot >= 0;
    gone++;
    close(v->fd);
    v->fd = -1, v->stage = GONE;
}

static void hear(Visitor *v, const char *hall) {
    if (v->room - v->length < v->room / 2) v->input = realloc(v->input, v->room *= 2);
    ssize_t got = recv(v->fd, v->input + v->length, v->room - v->length, MSG_DONTWAIT);
    if (got <= 0) { if (got == 0 || errno != EAGAIN) leave(v); return; }
    v->length += got;
    size_t used = 0;
    if (v->stage == UPGRADING) {
        uint8_t *end = memmem(v->input, v->length, "\r\n\r\n", 4);
        if (!end) return;
        if (memcmp(v->input, "HTTP/1.1 101", 12)) {
            fprintf(stderr, "refused: %.*s\n", (int)v->length, (char *)v->input);
            leave(v);
            return;
        }
        used = end + 4 - v->input;
        memmove(v->input, v->input + used, v->length -= used);
        ask_in(v, hall);
    }
    used = hear_frames(v, now_us());
    memmove(v->input, v->input + used, v->length -= used);
    if (v->stage == GONE) leave(v);
}

/* --- the crowd ---------------------------------------------------------------------------- */

static float uniform(void) { return rand() / (float)RAND_MAX; }

static void arrive(int i, int port) {
    Visitor *v = visitors + i;
    int one = 1;
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    *v = (Visitor){.fd = socket(AF_INET, SOCK_STREAM, 0), .slot = -1, .auditor = -1,
                   .x = (uniform() - .5f) * side, .z = (uniform() - .5f) * side,
                   .heading = uniform() * 6.28f, .input = malloc(4096), .room = 4096};
    if (connect(v->fd, (void *)&to, sizeof to)) { perror("connect"); exit(1); }
    setsockopt(v->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = v};
    epoll_ctl(poll_fd, EPOLL_CTL_ADD, v->fd, &event);
    ask_upgrade(v);
}

static void look_around(uint64_t now) {
    for (int i = 0; i < count && radius > 0; i++) {
        Visitor *me = visitors + i;
        if (me->auditor < 0 || me->stage != INSIDE) continue;
        for (int j = 0; j < count; j++) {
            Visitor *v = visitors + j;
            if (v == me || v->stage != INSIDE || hypotf(v->x - me->x, v->z - me->z) > radius - 2) continue;
            Seen *seen = &ledgers[me->auditor][v->slot];
            near_pairs++, unseen += now - seen->at > 500000;
        }
    }
}

static void wait_for_events(int ms, const char *hall) {
    struct epoll_event events[512];
    int n = epoll_wait(poll_fd, events, 512, ms);
    for (int i = 0; i < n; i++) {
        Visitor *v = events[i].data.ptr;
        if (v->fd >= 0) hear(v, hall);
    }
}

static void report(double seconds) {
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    printf("{\"visitors\":%d,\"inside\":%d,\"gone\":%d,\"seconds\":%.3f,\"sent\":%llu,\"blocked\":%llu,\"skipped\":%llu,"
           "\"frames\":%llu,\"full\":%llu,\"head\":%llu,\"bytes\":%llu,\"other_frames\":%llu,"
           "\"other_bytes\":%llu,\"kept\":%llu,\"overtaken\":%llu,\"lost\":%llu,\"repeated\":%llu,"
           "\"near_pairs\":%llu,\"unseen\":%llu,\"latency_p50_ms\":%.2f,\"latency_p99_ms\":%.2f,"
           "\"lateness_p50_ms\":%.2f,\"lateness_p99_ms\":%.2f}\n",
           count, inside, gone, seconds, (unsigned long long)sent, (unsigned long long)blocked,
           (unsigned long long)skipped,
           (unsigned long long)frames, (unsigned long long)fulls, (unsigned long long)heads,
           (unsigned long long)bytes, (unsigned long long)other_frames,
           (unsigned long long)other_bytes, (unsigned long long)kept, (unsigned long long)overtaken,
           (unsigned long long)lost, (unsigned long long)repeated, (unsigned long long)near_pairs,
           (unsigned long long)unseen, percentile(latency, .5), percentile(latency, .99),
           percentile(lateness, .5), percentile(lateness, .99));
}

static void say(const char *word) { puts(word); fflush(stdout); }

int main(int argc, char **argv) {
    if (argc < 9) return fprintf(stderr, "usage: see the top of visitors.c\n"), 2;
    int port = atoi(argv[1]), next = 0;
    const char *hall = argv[2];
    count = atoi(argv[3]);
    double hz = atof(argv[4]), warm = atof(argv[5]), seconds = atof(argv[6]);
    side = atof(argv[7]), radius = atof(argv[8]), step = 1.4f / hz;
    uint64_t period = 1e6 / hz;
    poll_fd = epoll_create1(0);
    srand(7);
    while (inside + gone < count) {
        while (next < count && next - inside - gone < AT_ONCE) arrive(next++, port);
        wait_for_events(20, hall);
    }
    for (int a = 0; a < AUDITORS && a * 8 < count; a++) {
        int i = a * (count / 8 / AUDITORS + 1) * 8;
        if (i >= count) break;
        visitors[i].auditor = a;
        ledgers[a] = calloc(SLOTS, sizeof(Seen));
    }
    say("READY");
    uint64_t start = now_us(), now = start, begin = start + warm * 1e6, end = begin + seconds * 1e6;
    uint64_t look = begin + 1000000;
    for (int i = 0; i < count; i++) visitors[i].due = start + period * (uint64_t)i / count;
    for (next = 0; now < end;) {
        if (!measuring && now >= begin) { measuring = 1; began = now; say("BEGIN"); }
        for (int turn = 0; turn < TURNS && visitors[next].due <= now; turn++) {
            Visitor *v = visitors + next;
            if (v->stage == INSIDE) send_pose(v, now_us());
            v->due += period;
            while (v->due + period < now) v->due += period, skipped += measuring;
            next = (next + 1) % count;
            now = now_us();
        }
        if (measuring && now >= look) { look_around(now); look += 1000000; }
        uint64_t left = visitors[next].due > now ? visitors[next].due - now : 0;
        wait_for_events(left > 500, hall);
        now = now_us();
    }
    measuring = 0;
    say("END");
    report((now - began) / 1e6);
    return 0;
}
