#include "broker/transport/http_answer.h"

namespace usher::transport {

namespace http = boost::beast::http;

namespace {

HttpAnswer page(http::status status, std::string body) {
    HttpAnswer response{status, 11};
    response.set(http::field::content_type, "text/plain; version=0.0.4; charset=utf-8");
    response.set(http::field::cache_control, "no-store");
    response.keep_alive(false);
    response.body() = std::move(body);
    response.prepare_payload();
    return response;
}

HttpAnswer answer(const HttpParser::value_type& request, const Http::Pages& pages) {
    const bool metrics = request.target() == "/metrics";
    if (!metrics && request.target() != "/health")
        return page(http::status::not_found, "there is /metrics and /health\n");
    if (request.method() != http::verb::get) {
        auto response = page(http::status::method_not_allowed, "GET only\n");
        response.set(http::field::allow, "GET");
        return response;
    }
    if (metrics)
        return page(http::status::ok, pages.metrics());
    return pages.healthy() ? page(http::status::ok, "healthy\n")
                           : page(http::status::service_unavailable, "not healthy\n");
}

} // namespace

void setLimits(HttpParser& parser) {
    parser.header_limit(headerBytesMax);
    parser.body_limit(std::uint64_t{0});
}

HttpAnswer answerTo(const HttpParser& parser, const boost::system::error_code& error,
                    const Http::Pages& pages) {
    return error ? page(http::status::bad_request, "no sense in that\n")
                 : answer(parser.get(), pages);
}

} // namespace usher::transport
