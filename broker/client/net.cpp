#include "broker/client/net.h"

#include <zmq.h>

namespace usher::client {

Net::Net(int socketsMax) : handle_{zmq_ctx_new()} {
    zmq_ctx_set(handle_, ZMQ_MAX_SOCKETS, socketsMax);
}

Net::~Net() {
    zmq_ctx_term(handle_);
}

} // namespace usher::client
