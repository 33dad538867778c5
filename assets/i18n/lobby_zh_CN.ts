<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActPanel</name>
    <message>
        <source>Give an assisted ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlertStrip</name>
    <message>
        <source>All calm. Nothing needs a hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChosenTitle</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a ticket or a counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send where?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring forward, because:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An assisted ticket, for:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CounterActs</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close after this customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens when a teller signs on there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CounterGrid</name>
    <message>
        <source>Closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1′ / %2′</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1′</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FloorPage</name>
    <message>
        <source>The journal takes nothing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new can be done until it does. What was done before is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker was not heard yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker was last heard %1 s ago. Nothing can be done until it is back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FootBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Lobby</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes nothing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IssuedSheet</name>
    <message>
        <source>Ticket %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer&apos;s number</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n ahead</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ahead · about %1–%2 min (simple forecast)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Lobby console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This console is not admitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to the broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key is unknown or was revoked. The administrator can enrol it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is shown until the whole picture is here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignOnPage</name>
    <message>
        <source>Your PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your staff number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 2001</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TicketActs</name>
    <message>
        <source>Send to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring forward…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back in line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to be done from here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayRow</name>
    <message>
        <source>Taken today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst overtaking / allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1′ / %2′</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingPanel</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Find a number  /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such number today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingRow</name>
    <message>
        <source>forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1′ / %2′</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Elderly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unwell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card jam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>card reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent to a machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>void</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody needs help at kiosk %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n over target</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A client of manager %1 is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: was it printed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kiosk %1 is down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter %1: %2 has not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 is down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter %1: %2 takes long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longest %1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>private · ticket %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>private · card read just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the printer went silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>called %1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min, thrice the usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>please go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attended to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 brought forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is back in line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter %1 opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter %1 closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine %1 reported working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine %1 reported down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 given out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ZoneTable</name>
    <message>
        <source>Zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest wait against its target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simple forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1′ / %2′</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>walk up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
