/* The floor of the presence bench: the least that any relay must do on this kernel.
 *
 * An epoll loop that keeps each visitor's newest record and, at every tick, sends the records that
 * changed: one frame for all, or with RADIUS to each only those within so many metres. It trusts
 * everybody: nothing is decoded, checked, limited or counted.
 *
 * usage: floor PORT TICK_HZ [RADIUS]
 */
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

enum { MOST = 8192, BODY = 30, RECORD = 32, HEADER = 12, INPUT = 4096, SIDE = 64 };

typedef struct {
    int fd, id, open, length;
    uint8_t input[INPUT];
    uint8_t *rest;               /* what the kernel did not take of the last frame */
    size_t rest_length;
} Peer;

static Peer *peers[MOST];        /* by position; the last one moves into a gap */
static Peer *by_id[MOST];
static int count, poll_fd;
static uint8_t records[MOST][RECORD], changed[MOST], *frame;
static float radius;

/* The generator's key is always the same, so is the answer. */
static const char UPGRADE[] =
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"
    "Sec-WebSocket-Protocol: lingjing.v1\r\n\r\n";

static void watch(Peer *peer, int operation, uint32_t events) {
    struct epoll_event event = {.events = events, .data.ptr = peer};
    epoll_ctl(poll_fd, operation, peer->fd, &event);
}

static void deliver(Peer *peer, const uint8_t *data, size_t size) {
    if (peer->rest_length) return;                     /* slow reader: the next frame is newer */
    ssize_t sent = send(peer->fd, data, size, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent <= 0 || (size_t)sent == size) return;
    peer->rest_length = size - sent;
    peer->rest = realloc(peer->rest, peer->rest_length);
    memcpy(peer->rest, data + sent, peer->rest_length);
    watch(peer, EPOLL_CTL_MOD, EPOLLIN | EPOLLOUT);
}

static void deliver_rest(Peer *peer) {
    ssize_t sent = send(peer->fd, peer->rest, peer->rest_length, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent <= 0) return;
    peer->rest_length -= sent;
    memmove(peer->rest, peer->rest + sent, peer->rest_length);
    if (!peer->rest_length) watch(peer, EPOLL_CTL_MOD, EPOLLIN);
}

/* Writes both headers in front of `n` records at frame + 32; returns where the frame begins. */
static uint8_t *finish(int n, uint32_t time, size_t *size) {
    size_t payload = HEADER + (size_t)n * RECORD;
    uint8_t *body = frame + 32 - HEADER;
    uint16_t numbers[3] = {n, 0, count};
    body[0] = 2, body[1] = 0;
    memcpy(body + 2, numbers, 6);
    memcpy(body + 8, &time, 4);
    uint8_t *start = body - (payload < 126 ? 2 : payload < 65536 ? 4 : 10);
    start[0] = 0x82;
    start[1] = payload < 126 ? payload : payload < 65536 ? 126 : 127;
    for (int i = 2; start + i < body; i++) start[i] = (uint64_t)payload >> 8 * (body - start - 1 - i);
    *size = body + payload - start;
    return start;
}

static void tick_room(uint32_t time) {
    int n = 0;
    size_t size;
    for (int i = 0; i < count; i++)
        if (changed[peers[i]->id]) memcpy(frame + 32 + RECORD * n++, records[peers[i]->id], RECORD);
    if (!n) return;
    uint8_t *start = finish(n, time, &size);
    for (int i = 0; i < count; i++)
        if (peers[i]->open) deliver(peers[i], start, size);
}

static void place(int id, float *x, float *z) {
    uint16_t inside[3];
    memcpy(inside, records[id] + 2, 6);
    *x = (records[id][8] - 128) * 65.536f + inside[0] * .001f;
    *z = (records[id][9] - 128) * 65.536f + inside[2] * .001f;
}

static int cell(float v) {
    int c = (int)(v / radius + SIDE / 2);
    return c < 0 ? 0 : c >= SIDE ? SIDE - 1 : c;
}

static void tick_park(uint32_t time) {
    static int first[SIDE * SIDE], next[MOST];
    static float x[MOST], z[MOST];
    size_t size;
    memset(first, -1, sizeof first);
    for (int i = 0; i < count; i++) {
        place(peers[i]->id, x + i, z + i);
        int c = cell(z[i]) * SIDE + cell(x[i]);
        next[i] = first[c], first[c] = i;
    }
    for (int i = 0; i < count; i++) {
        int n = 0, cx = cell(x[i]), cz = cell(z[i]);
        if (!peers[i]->open) continue;
        for (int a = cz ? cz - 1 : 0; a <= cz + 1 && a < SIDE; a++)
            for (int b = cx ? cx - 1 : 0; b <= cx + 1 && b < SIDE; b++)
                for (int j = first[a * SIDE + b]; j >= 0; j = next[j]) {
                    float dx = x[i] - x[j], dz = z[i] - z[j];
                    if (j != i && changed[peers[j]->id] && dx * dx + dz * dz <= radius * radius)
                        memcpy(frame + 32 + RECORD * n++, records[peers[j]->id], RECORD);
                }
        if (!n) continue;
        uint8_t *start = finish(n, time, &size);
        deliver(peers[i], start, size);
    }
}

static void drop(Peer *peer) {
    for (int i = 0; i < count; i++)
        if (peers[i] == peer) { peers[i] = peers[--count]; break; }
    by_id[peer->id] = NULL;
    changed[peer->id] = 0;
    close(peer->fd);
    free(peer->rest);
    free(peer);
}

static void admit(int listener) {
    int fd = accept4(listener, 0, 0, SOCK_NONBLOCK), one = 1, id = 0;
    if (fd < 0) return;
    while (id < MOST && by_id[id]) id++;
    if (id == MOST) { close(fd); return; }
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    Peer *peer = calloc(1, sizeof *peer);
    peer->fd = fd, peer->id = id;
    peers[count++] = by_id[id] = peer;
    watch(peer, EPOLL_CTL_ADD, EPOLLIN);
}

/* Answers the handshake, and says which id the visitor has as `joined` does. */
static int welcome(Peer *peer) {
    if (!memmem(peer->input, peer->length, "\r\n\r\n", 4)) return 0;
    uint8_t answer[512];
    int n = sizeof UPGRADE - 1;
    memcpy(answer, UPGRADE, n);
    const uint8_t joined[] = {0x82, 17, 0x82, 0xa1, 't', 0xa6, 'j', 'o', 'i', 'n', 'e', 'd',
                              0xa3, 'y', 'o', 'u', 0xcd, peer->id >> 8, peer->id};
    memcpy(answer + n, joined, sizeof joined);
    if (send(peer->fd, answer, n + sizeof joined, MSG_NOSIGNAL) < 0) return -1;
    peer->open = 1, peer->length = 0;
    return 0;
}

static void take(Peer *peer, uint8_t *mask, uint8_t *data, int size) {
    if (size != 1 + BODY || (data[0] ^ mask[0]) != 1) return;
    uint8_t *record = records[peer->id];
    for (int i = 0; i < BODY; i++) record[2 + i] = data[1 + i] ^ mask[(1 + i) & 3];
    record[0] = peer->id, record[1] = peer->id >> 8;
    changed[peer->id] = 1;
}

static int receive(Peer *peer) {
    ssize_t got = recv(peer->fd, peer->input + peer->length, INPUT - peer->length, MSG_DONTWAIT);
    if (got <= 0) return got < 0 && errno == EAGAIN ? 0 : -1;
    peer->length += got;
    if (!peer->open) return welcome(peer);
    int at = 0;
    while (peer->length - at >= 6) {
        uint8_t *p = peer->input + at;
        int size = p[1] & 127, head = 2;
        if (size == 126) {
            if (peer->length - at < 8) break;
            size = p[2] << 8 | p[3], head = 4;
        }
        if (peer->length - at < head + 4 + size) break;
        if ((p[0] & 15) == 8) return -1;
        take(peer, p + head, p + head + 4, size);
        at += head + 4 + size;
    }
    peer->length -= at;
    memmove(peer->input, peer->input + at, peer->length);
    return 0;
}

int main(int argc, char **argv) {
    if (argc < 3) return fprintf(stderr, "usage: floor PORT TICK_HZ [RADIUS]\n"), 2;
    double hz = atof(argv[2]);
    radius = argc > 3 ? atof(argv[3]) : 0;
    frame = malloc(64 + (size_t)MOST * RECORD);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1])),
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int listener = socket(AF_INET, SOCK_STREAM, 0), one = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(listener, (void *)&address, sizeof address) || listen(listener, 1024)) return perror("bind"), 1;
    int timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
    struct timespec period = {(long)(1 / hz), (long)(1e9 / hz) % 1000000000L};
    struct itimerspec every = {period, period};
    timerfd_settime(timer, 0, &every, 0);
    poll_fd = epoll_create1(0);
    Peer door = {.fd = listener}, clock = {.fd = timer};
    watch(&door, EPOLL_CTL_ADD, EPOLLIN);
    watch(&clock, EPOLL_CTL_ADD, EPOLLIN);
    for (uint32_t time = 0;;) {
        struct epoll_event events[512];
        int n = epoll_wait(poll_fd, events, 512, -1), due = 0;
        for (int i = 0; i < n; i++) {
            Peer *peer = events[i].data.ptr;
            uint64_t times;
            if (peer == &clock) { due = read(timer, &times, 8) == 8; continue; }
            if (peer == &door) { admit(listener); continue; }
            if (events[i].events & EPOLLOUT && peer->rest_length) deliver_rest(peer);
            if (events[i].events & ~(uint32_t)EPOLLOUT && receive(peer) < 0) drop(peer);
        }
        if (!due) continue;
        time += 1000 / hz;
        (radius > 0 ? tick_park : tick_room)(time);
        memset(changed, 0, sizeof changed);
    }
}
