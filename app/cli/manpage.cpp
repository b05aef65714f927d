#include "app/cli/manpage.h"

#include "app/cli/optionhelp.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

/// Text as roff reads it: its own marks made harmless, dashes that can be copied.
QString roff(QString text)
{
    text.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s);
    if (text.startsWith(u'.') || text.startsWith(u'\'')) {
        text.prepend(u"\\&"_s);
    }
    return text;
}

QString entry(const Option &option)
{
    const QString value = option.isFlag() ? QString() : u" \\fI%1\\fR"_s.arg(roff(option.valueName));
    return u".TP\n\\fB%1\\fR%2\n%3\n"_s.arg(roff(u"--"_s + option.name), value,
                                            roff(wholeHelpOf(option) + u'.'));
}

QString section(const Verb &verb)
{
    QString text = u".SS %1\n"_s.arg(roff(verb.path));
    text += u".B %1\n.PP\n"_s.arg(roff(verb.synopsis()));
    text += roff(verb.summary + u'.') + u'\n';
    if (!verb.description.isEmpty()) {
        text += roff(verb.description) + u'\n';
    }
    for (const Operand &operand : verb.operands) {
        text += u".TP\n\\fI%1\\fR\n%2.\n"_s.arg(roff(operand.name), roff(operand.help));
    }
    for (const Option &option : verb.options) {
        text += entry(option);
    }
    if (!verb.jsonKeys.isEmpty()) {
        text += u".PP\nJSON: %1.\n"_s.arg(roff(verb.jsonKeys.join(u", "_s)));
    }
    text += u".PP\n.nf\n"_s;
    for (const QString &example : verb.examples) {
        text += u".RS\n%1\n.RE\n"_s.arg(roff(example));
    }
    return text + u".fi\n"_s;
}

const QString head = uR"(.\" Made from the program's verbs by the target update-cli-documents; do not edit.
.TH COUNTERSIGN\-CLI 1 "" "Countersign" "User Commands"
.SH NAME
countersign\-cli \- keep the keys of chat widgets, make and check their proofs
.SH SYNOPSIS
.B countersign\-cli
.I verb
[\fIoptions\fR] [\fIarguments\fR]
.SH DESCRIPTION
Countersign does identity verification for chat and support widgets: it keeps the secrets and key pairs of widget
properties in an encrypted vault, makes the hash or token that proves who a visitor is, checks one, says why it fails,
and writes the code for page and server.
The console
.BR countersign (1)
does the same in a window, on the same vault.
.PP
Secrets are read from files or from standard input, never from arguments, and printed only with
.BR \-\-reveal .
Where an argument may be \(lq\-\(rq, standard input is read in its place.
An argument that begins with a dash is written after \(lq\-\-\(rq.
.SH OPTIONS
These can stand before or after any verb.
)"_s;

const QString tail = uR"(.SH JSON
With
.B \-\-json
one document is written to standard output and nothing else; its members are named under each verb. Times are in
RFC 3339, UTC. A failure is written as
.B {"error": {"code", "exitCode", "message"}}
and to standard error as a sentence.
.SH EXIT STATUS
.TP
.B 0
Done; for a verification: verified.
.TP
.B 1
Verification failed.
.TP
.B 2
Wrong usage.
.TP
.B 3
An input could not be read: a key file, a token, a recipe. The message says where.
.TP
.B 4
The vault: wrong passphrase (a bundle's too), damaged, in use, unknown property or key version.
.TP
.B 5
Neither verified nor failed: nothing to check with, or unsupported.
.TP
.B 6
Reading or writing a file failed; nothing was lost.
.TP
.B 130
Cancelled.
.SH ENVIRONMENT
.TP
.B COUNTERSIGN_VAULT
The vault to use when
.B \-\-vault
is not given.
.SH FILES
.TP
.I ~/.local/share/Countersign/vault.countersign
The vault when nothing else is said; on other systems it is in their folder for application data.
.SH SEE ALSO
.BR countersign (1),
.BR openssl (1)
)"_s;

} // namespace

QString manPage(const QList<Verb> &verbs)
{
    QString text = head;
    for (const Option &option : globalOptions()) {
        text += entry(option);
    }
    text += u".TP\n\\fB\\-h\\fR, \\fB\\-\\-help\\fR\nprint help, at every level, with a worked example.\n"
            ".TP\n\\fB\\-\\-version\\fR\nprint the version.\n.SH VERBS\n"_s;
    for (const Verb &verb : verbs) {
        text += section(verb);
    }
    return text + tail;
}

} // namespace countersign::cli
