// Rules as people who run branches can read and write them: one line, one command.
//
// A script first draws an outlet (zone, tier, service, counter, policy ...) and then lives through
// a day in it (take, next, hold, advance ...), saying after "->" what each command is answered and
// with "expect" how things then stand. A line without "->" must not be refused. Every word of it:
//
//   hours 09:00 17:00 | holiday 2026-11-24 | zone vip | zone self self-service
//   tier gold 10 min letter B from 1 to 999 zone vip | service cash zone low 5 min
//   counter C1 zone low takes cash loans of gold assisted after 5 min, takes ...
//   policy carry-over | policy waiting-max 3 | policy recalls 1 | policy promote 30 min
//   remove counter C1 | remove service cash | remove tier gold | adopt
//
//   at 09:05 | tomorrow 09:00 | advance 5 min | advance 20 s | jump 26 hours
//   card X gold | take A cash [gold] [with X] [assisted] [paper] [by lobby] | print A printed
//   cancel A | resume A | redirect A zone vip | redirect A counter C2 | redirect A anywhere
//   promote A because ... | look A, after which "seen" acts on what was seen then
//   sign-on C1 [as wang] [role teller] [wrong] [from D9] | sign-off C1 | sign-on lobby
//   next C1 [or-nobody] | recall C1 | start C1 [A] | finish C1 | no-show C1 | hold C1
//   transfer C1 service loans | pause C1 because lunch | back C1 | open C1 | close C1 [seen]
//   machine M1 down because ... | undo C1 | undo lobby
//
//   expect waiting A B | expect desk C1 serving A | expect ticket A held | expect zone A vip
//   expect paper A printed | expect number A A001 | expect tier A gold | expect why C1 head-start
//   expect passed C1 A 5 min | expect total served 1 | expect board A C1 2 | expect staff C1 wang
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace usher::script {

/// Nothing if every line held; else "name:line: text", and what was so instead.
[[nodiscard]] std::optional<std::string> run(std::string_view name, std::string_view text);

} // namespace usher::script
