// What is read of a visitor of the metrics page, and what is answered; by whatever wire it comes.
//
// For the sources of this room only, and for the tests that feed it anything.
#pragma once

#include "broker/transport/http.h"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace usher::transport {

inline constexpr std::size_t headerBytesMax = 4096;

using HttpParser = boost::beast::http::request_parser<boost::beast::http::empty_body>;
using HttpAnswer = boost::beast::http::response<boost::beast::http::string_body>;

/// A long header and a body of any length are errors.
void setLimits(HttpParser& parser);

/// To a header that was read, or could not be.
[[nodiscard]] HttpAnswer answerTo(const HttpParser& parser, const boost::system::error_code& error,
                                  const Http::Pages& pages);

} // namespace usher::transport
