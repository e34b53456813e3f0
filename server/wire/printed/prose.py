"""What ``PROTOCOL.md`` says besides its tables."""

from __future__ import annotations

from typing import Final

TOP: Final = """\
# The live socket

Printed from `server/wire` by `python -m tools.print_wire`. Do not edit.

> 中文提要：实时通道地址为 `/live`，子协议 `{subprotocol}`，只用二进制帧。控制消息是 MessagePack \
映射，键 `t` 为消息名；首字节小于 `0x10` 的是定长打包的姿态帧。连接后先发 `auth`，再发 `join`，\
之后即可走动、交互、编辑。所有错误都有稳定的代码和中英文说明，见文末表格。

This page describes everything that a client and a park say to each other in real time: version \
{version}, oldest accepted version {oldest}. [`asyncapi.json`](asyncapi.json) says the same to \
programs; `clients/wire/messages.ts` and `clients/headless/messages.py` are printed from the same \
source, and `tests/data/golden/` holds bytes to try an implementation on.

## Coming in

1. Open a WebSocket (RFC 6455) at `/live` of the park's origin with the subprotocol \
`{subprotocol}`. Compression is not used. A page of another origin is refused unless the operator \
allows it; programs send no `Origin`.
2. The server speaks first: `hello`. A client that finds its own version outside \
`oldest`…`version` must not go on.
3. Say `auth` within {auth} seconds. The answer is `ready`.
4. Say `join`. The answer is `joined` with the whole scene, or an `error`.

Whoever has an account asks `POST /api/v1/halls/<hall>/tickets` for a ticket and names it in \
`join`: it is good once and for a minute, for that hall and account. A cookie alone gives no \
rights here; programs may name a session or an API key in `auth` instead. Names of accounts come \
from the account; nobody else can take one that is here, nor the words for staff. After `joined` \
comes `rights`, and again whenever rights change; `bye` with `token_refused` when a session has \
ended.

`auth` and `join` may be sent at once, without waiting: a visitor is then in the hall after one \
round trip. `join` again moves to another hall; `leave` gives up one's place and keeps the \
connection.

```
client                                  server
  |  <- hello {{version, oldest, time, connection}}
  |  auth {{version, name, lang}} ->
  |  join {{hall}} ->
  |  <- ready {{role, name}}
  |  <- joined {{you, ticket, epoch, revision, scene, shared, people, manifest}}
  |  0x01 pose ->                        <- 0x02 presence, every tick
  |  edit {{id, layer: shared, ops}} ->    <- patch {{revision, ops}} (to all), done {{id}}
```

## How messages are written

A binary frame whose first byte is below `0x10` is packed (see *Presence*). Every other binary \
frame is one MessagePack map. Its key `t` is the message's name; the same name can mean one thing \
from a client and another from the server (`path`).

- Text is UTF-8 in MessagePack's str family. The bin family and extension types are refused.
- Numbers must be finite. Where a fraction is declared, a whole number is read as well, since \
some encoders write `1.0` as `1`; where a whole number is declared, a fraction is refused.
- A map has text keys, none of them twice.
- A field with a default may be left out by a client. The server always writes every field, with \
one exception: `value` of an operation, where *left out* and `null` differ.
- The server refuses fields that it does not know. A client passes over fields and messages that \
it does not know: a newer server may send them.
- Requests carry an `id` of the client's choice; the answer carries it back. Answers to different \
requests may come in any order.

## Scene and patches

`scene` is `{{hall, nodes}}`: the hall's own properties and its nodes by id. `shared` is a map \
from path to value that stands *over* the nodes: the value of a property is the shared one if \
there is one, else the node's.

A patch of the layer `published` changes the scene:

| Operation | On | Does |
|---|---|---|
| `set` | `/nodes/<id>/<key>…`, `/hall/<key>…` | puts `value` there, making maps on the way |
| `unset` | the same | takes the key away; nothing happens when it is not there |
| `add` | `/nodes/<id>` | puts the node `value` there |
| `remove` | `/nodes/<id>` | takes the node and all below it away, with their shared values |

A patch of the layer `shared` changes the overlay: `set` and `unset` of `/nodes/<id>/<property>`. \
Patches of the layer `draft` go to those who `watch` it and change nothing that visitors see; they \
do not count in `revision` but have a `number` of their own.

The draft is a list of edits on top of the published scene, in force or not. Undoing one's edit \
takes it out of force, doing it again puts it back in its old place, so nobody's edit ever \
overwrites another's by being undone. An edit whose ground is gone (its node was removed, say) is \
set *aside*: kept, told with its reason, and in force again as soon as the ground is back; \
publishing leaves it in the draft. `drafted` tells the draft whole, at first and whenever it \
changed otherwise than by one more edit. Undoing a published edit is a new edit with the values \
from before. When somebody else has changed the same since, either is refused with \
`undo_conflict`, whose details say what; ask with `anyway` to do it all the same.

`add`, `remove` and a new `parent` are structural. They can fail as stale (`scene_stale`) when the \
structure changed after `base`; a detail with the code `current_revision` carries the revision of \
now. All other operations are taken in the order of arrival, the last writer wins.

**A snapshot and the patches after it equal every later snapshot.** `done` comes after the patch \
that it answers for, and nobody hears of an edit before it is in the archive.

## Coming back

When a socket breaks, connect again, say `auth`, and `join` the same hall with `resume`: the \
newest ticket, the epoch and the last revision that was applied. If the place is still kept, you \
have the same id; if the missed patches are still known, `joined` brings just them \
(`resumed: true`). Otherwise it brings the whole scene. A connection that still held the place is \
closed with `connection_replaced`. Wait a little longer after every failure, with some chance in \
it: a whole hall comes back in the same moment.

Whoever is silent for {hidden} seconds is hidden from others and cut after {cut}; answering \
WebSocket pings is enough to be heard.
"""

PRESENCE: Final = """\
## Presence

Integers are little-endian. Bodies are quantised by whoever sends them; the server checks them, \
puts the visitor's id in front and relays them unchanged.

A client sends `0x01` and a body: a head body, {head} bytes, or a head body and a hands body, \
{full} bytes. It sends at the hall's tick rate while something moves, at most \
{poses} times a second, and once every {still} seconds while nothing does.

The server sends a presence header, `n_full` records of {full_record} bytes (id u16, head body, \
hands body) and `n_head` records of {head_record} bytes (id u16, head body). A frame tells of \
those whose pose changed and who are near enough; who is missing has not moved, is farther away, \
or comes with the next frame. Near people come with hands at the full rate, farther ones as heads \
and less often. A frame may contain yourself: skip your own id. Someone whose id is not known is \
asked for with `who`. `gone` ends a presence.

First byte `0x03` is reserved for voice.
"""

ROTATION: Final = """\
**A rotation** is a quaternion `[x, y, z, w]` of length 1 in its smallest three components. The \
component with the largest absolute value is left out; when it is negative, all four change their \
sign. Its index (x 0, y 1, z 2, w 3) is in the two highest bits, then the three others in their \
order, the first one highest, each as `round((v × √2 + 1) / 2 × (2ⁿ − 1))` with n = 10 bits for a \
head and n = 9 for a hand. Halves are rounded up. Three components that are together longer than 1 \
are not a rotation, and such a pose is not shown.

**A hand** is at `x, y, z` from the head's centre along the world's axes, each \
`round((v + 1.024) × 1000)` within 0…2047 (11 bits). Its rotation takes 29 bits; the two highest \
bits of its second word are 0. A hand that is not tracked is 0, 0.

For example, a head at 0, 1.6, 0 metres that looks along -Z is `00 00 c0 44 00 00 80 80 00 02 08 \
e0`, and the frame that says so is `01` and those twelve bytes.
"""
