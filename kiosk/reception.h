// What may be had, and for whom: a card's recognition, and the services with their forecasts.
//
// Whom a card belongs to is the broker's secret: all that comes back is a token to show again. A
// customer whose card gets no answer is served as one without a card.
#pragma once

#include "broker/link/link.h"

namespace usher::kiosk {

class Reception : public QObject {
    Q_OBJECT
public:
    explicit Reception(link::Link& link, QObject* parent = nullptr)
        : QObject{parent}, link_{link} {}

    /// Sends the number on its one hop, then opens.
    void recognise(protocol::Secret number);
    /// For whoever was recognised, or for anybody.
    void open();
    /// New forecasts for what is open.
    void refresh();
    /// Forgets; what is still to be answered is dropped.
    void close();

    [[nodiscard]] const std::string& recognition() const { return recognition_; }
    [[nodiscard]] const protocol::Services& services() const { return services_; }

signals:
    void recognised();
    void opened();
    void refreshed();
    void refused(usher::protocol::Refusal refusal);
    void unanswered();

private:
    void ask(protocol::Command command, link::Link::Done done);

    link::Link& link_;
    int visits_{}; ///< an answer meant for an earlier customer is dropped
    std::string recognition_;
    protocol::Services services_;
};

} // namespace usher::kiosk
