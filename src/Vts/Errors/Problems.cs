namespace Vts.Errors;

/// <summary>Every problem the service can answer with. <c>docs/errors.md</c> is this table in prose.</summary>
public static class Problems
{
    /// <summary>400.</summary>
    public static Problem UnknownParameter { get; } = new("unknown_parameter", 400, "Unknown query parameter",
        "This operation takes no such query parameter. Leave it out, or see /swagger.yaml for those it takes.");

    /// <summary>400. What it is answered with names the parameter and what it takes.</summary>
    public static Problem InvalidParameter { get; } = new("invalid_parameter", 400, "Query parameter not valid",
        "One of your query parameters has a value that it does not take. See /swagger.yaml for those it does.");

    /// <summary>400.</summary>
    public static Problem InvalidCursor { get; } = new("invalid_cursor", 400, "Cursor not valid",
        "Start again without cursor. A cursor belongs to one caller, list and filter, and ends after a day.");

    /// <summary>406.</summary>
    public static Problem NotAcceptable { get; } = new("not_acceptable", 406, "No such form",
        "Accept application/json, application/x-ndjson or text/csv, or end the path in .json, .ndjson or .csv.");

    /// <summary>400. The gateway's own, where one stands before the service.</summary>
    public static Problem BadRequest { get; } = new("bad_request", 400, "Bad request",
        "The request could not be understood. Check its method, path and headers.");

    /// <summary>400. Where the host takes an answer only so long, as Lambda does.</summary>
    public static Problem AnswerTooLarge { get; } = new("answer_too_large", 400, "Answer too large",
        "On AWS an answer has at most 5 MB. Ask for less: use limit and follow the Link header, name fewer fields, or narrow from and to.");

    /// <summary>401.</summary>
    public static Problem TokenMissing { get; } = new("token_missing", 401, "Token missing",
        "Send your token in the header 'token', or as 'Authorization: Bearer'.");

    /// <summary>401.</summary>
    public static Problem TokenInvalid { get; } = new("token_invalid", 401, "Token not valid",
        "Check the token you send, or ask the operator of this service for a new one.");

    /// <summary>401.</summary>
    public static Problem TokenAmbiguous { get; } = new("token_ambiguous", 401, "More than one token",
        "Send one token, once: either in the header 'token' or as 'Authorization: Bearer'.");

    /// <summary>403.</summary>
    public static Problem ScopeMissing { get; } = new("scope_missing", 403, "Not within what your token may read",
        "See /me for what it may read. For more, ask the operator of this service for the scope that WWW-Authenticate names.");

    /// <summary>403.</summary>
    public static Problem NothingGranted { get; } = new("nothing_granted", 403, "Nothing is granted to you here",
        "Your token is fine, but this service grants its owner nothing. Ask the operator of this service for a grant, or for the group or scope that has one.");

    /// <summary>404.</summary>
    public static Problem RouteNotFound { get; } = new("route_not_found", 404, "No such path",
        "Check the path: the operations are /cards, /cards/active, /cards/{cardId}, /cards/{cardId}/transactions, /transactions, /transactions/summary and /me. Lists may end in .json, .ndjson or .csv.");

    /// <summary>404.</summary>
    public static Problem CardNotFound { get; } = new("card_not_found", 404, "No such card",
        "Check the id against those that /cards gives you.");

    /// <summary>405.</summary>
    public static Problem MethodNotAllowed { get; } = new("method_not_allowed", 405, "Method not allowed",
        "This service only reads: use a method that the header Allow names.");

    /// <summary>413.</summary>
    public static Problem RequestTooLarge { get; } = new("request_too_large", 413, "Request too large",
        "Send no body: this service only reads.");

    /// <summary>414.</summary>
    public static Problem RequestLineTooLong { get; } = new("request_line_too_long", 414, "Request line too long",
        "Shorten the path and query to under 8 KB together.");

    /// <summary>429.</summary>
    public static Problem TooManyRequests { get; } = new("too_many_requests", 429, "Too many requests",
        "Wait for the seconds in Retry-After, then ask again, less often.") { RetryAfterSeconds = 1 };

    /// <summary>431.</summary>
    public static Problem HeadersTooLarge { get; } = new("headers_too_large", 431, "Request headers too large",
        "Send fewer or shorter headers: under 8 KB in all.");

    /// <summary>500.</summary>
    public static Problem InternalError { get; } = new("internal_error", 500, "A fault of this service",
        "Try again; if it happens again, give the operator the requestId.");

    /// <summary>502.</summary>
    public static Problem ExtendFailed { get; } = new("extend_failed", 502, "Extend failed",
        "Extend reported a fault of its own. Try again in a while.");

    /// <summary>502.</summary>
    public static Problem ExtendForbade { get; } = new("extend_forbade", 502, "Extend forbade this read",
        "The operator should check what the Extend login may read.");

    /// <summary>502.</summary>
    public static Problem ExtendWebPage { get; } = new("extend_web_page", 502, "Extend answered with a web page",
        "Extend showed a page or a challenge meant for browsers. The operator should use an API key, or check what stands between this service and Extend.");

    /// <summary>502.</summary>
    public static Problem ExtendVersionRefused { get; } = new("extend_version_refused", 502, "Extend refused the API version",
        "Extend no longer speaks the version this service asks for. The operator should update this service.");

    /// <summary>502.</summary>
    public static Problem ExtendRedirected { get; } = new("extend_redirected", 502, "Extend redirected",
        "Redirects are not followed. The operator should check Extend's address in the configuration.");

    /// <summary>502.</summary>
    public static Problem ExtendAnswerTooLarge { get; } = new("extend_answer_too_large", 502, "Extend's answer was too large",
        "The operator may raise Extend:MaxAnswerBytes.");

    /// <summary>502.</summary>
    public static Problem ExtendAnswerUnreadable { get; } = new("extend_answer_unreadable", 502, "Extend's answer was unreadable",
        "It was cut short or not of the expected form. Try again; if it stays so, this service may need an update.");

    /// <summary>502.</summary>
    public static Problem ExtendAnswerError { get; } = new("extend_answer_error", 502, "Extend's answer held an error",
        "Extend reported success and an error at once. Try again in a while.");

    /// <summary>502.</summary>
    public static Problem ExtendAnswerInconsistent { get; } = new("extend_answer_inconsistent", 502, "Extend's answer did not add up",
        "It held another card's data, or fewer entries than it said. Try again; nothing partial is shown.");

    /// <summary>502.</summary>
    public static Problem ExtendUnexpectedStatus { get; } = new("extend_unexpected_status", 502, "Extend's answer had an unexpected status",
        "Try again; if it stays so, this service may need an update.");

    /// <summary>503.</summary>
    public static Problem ExtendThrottled { get; } = new("extend_throttled", 503, "Extend is being asked too often",
        "Wait for the seconds in Retry-After, then ask again.") { RetryAfterSeconds = 30 };

    /// <summary>503.</summary>
    public static Problem ExtendBusy { get; } = new("extend_busy", 503, "This service is asking Extend as fast as it may",
        "Your request would have waited too long for its turn. Wait for the seconds in Retry-After, then ask again.") { RetryAfterSeconds = 5 };

    /// <summary>503.</summary>
    public static Problem ExtendUnavailable { get; } = new("extend_unavailable", 503, "Extend is unavailable",
        "Extend says that it is down. Wait for the seconds in Retry-After, then ask again.") { RetryAfterSeconds = 30 };

    /// <summary>503.</summary>
    public static Problem ExtendUnreachable { get; } = new("extend_unreachable", 503, "Extend cannot be reached",
        "Wait for the seconds in Retry-After, then ask again.") { RetryAfterSeconds = 10 };

    /// <summary>503.</summary>
    public static Problem ExtendCredentialRefused { get; } = new("extend_credential_refused", 503, "Extend refused this service's credential",
        "Your own token is fine. The operator should renew the Extend API key or token in the configuration.") { RetryAfterSeconds = 300 };

    /// <summary>503.</summary>
    public static Problem ExtendSignInRefused { get; } = new("extend_sign_in_refused", 503, "Extend refused this service's sign-in",
        "Your own token is fine. The operator should check the Extend e-mail and password, or use an API key; sign-in is closed until it is opened again.") { RetryAfterSeconds = 300 };

    /// <summary>503.</summary>
    public static Problem ExtendSignInCodeAsked { get; } = new("extend_sign_in_code_asked", 503, "Extend asked for a one-time code",
        "Your own token is fine. This Extend login wants more than a password. The operator should use an API key; sign-in is closed until it is opened again.") { RetryAfterSeconds = 300 };

    /// <summary>503.</summary>
    public static Problem ExtendSignInChallenged { get; } = new("extend_sign_in_challenged", 503, "Extend challenged this service's sign-in",
        "Your own token is fine. Extend showed a page meant for browsers. The operator should use an API key; sign-in is closed until it is opened again.") { RetryAfterSeconds = 300 };

    /// <summary>503.</summary>
    public static Problem ExtendSignInForbidden { get; } = new("extend_sign_in_forbidden", 503, "Extend forbade this service's sign-in",
        "Your own token is fine. The operator should ask Extend why, or use an API key; sign-in is closed until it is opened again.") { RetryAfterSeconds = 300 };

    /// <summary>503.</summary>
    public static Problem ExtendAccountLocked { get; } = new("extend_account_locked", 503, "Extend says that the login is locked",
        "Your own token is fine. The operator should unlock the login at Extend, then open sign-in again.") { RetryAfterSeconds = 300 };

    /// <summary>503.</summary>
    public static Problem ExtendSignInVersionRefused { get; } = new("extend_sign_in_version_refused", 503, "Extend refused the API version at sign-in",
        "Extend no longer speaks the version this service asks for. The operator should update this service, then open sign-in again.") { RetryAfterSeconds = 300 };

    /// <summary>503.</summary>
    public static Problem ExtendSignInsSpent { get; } = new("extend_sign_ins_spent", 503, "This hour's sign-ins are used up",
        "This service signs in to Extend only a few times an hour. Wait for the seconds in Retry-After, then ask again.") { RetryAfterSeconds = 300 };

    /// <summary>503.</summary>
    public static Problem KeysUnavailable { get; } = new("keys_unavailable", 503, "API keys cannot be checked",
        "Your token may be fine: this service cannot read its keys just now. Wait for the seconds in Retry-After, then ask again.") { RetryAfterSeconds = 5 };

    /// <summary>503.</summary>
    public static Problem IssuerUnavailable { get; } = new("issuer_unavailable", 503, "Your token's issuer cannot be asked",
        "Your token may be fine: this service cannot get the keys of the issuer that signed it. Wait for the seconds in Retry-After, then ask again.") { RetryAfterSeconds = 10 };

    /// <summary>504. Where the host gives a request only so long, as Lambda does.</summary>
    public static Problem ServiceTimeout { get; } = new("service_timeout", 504, "This service took too long",
        "Try again in a while.");

    /// <summary>504.</summary>
    public static Problem ExtendTimeout { get; } = new("extend_timeout", 504, "Extend took too long",
        "Try again in a while.");

    /// <summary>The whole table, in the order of the statuses.</summary>
    public static IReadOnlyList<Problem> All { get; } =
    [
        UnknownParameter, InvalidParameter, InvalidCursor, AnswerTooLarge, BadRequest, TokenMissing, TokenInvalid, TokenAmbiguous, ScopeMissing, NothingGranted, RouteNotFound, CardNotFound, MethodNotAllowed, NotAcceptable,
        RequestTooLarge, RequestLineTooLong, TooManyRequests, HeadersTooLarge, InternalError, ExtendFailed, ExtendForbade, ExtendWebPage, ExtendVersionRefused, ExtendRedirected,
        ExtendAnswerTooLarge, ExtendAnswerUnreadable, ExtendAnswerError, ExtendAnswerInconsistent, ExtendUnexpectedStatus, ExtendThrottled, ExtendBusy,
        ExtendUnavailable, ExtendUnreachable, ExtendCredentialRefused, ExtendSignInRefused, ExtendSignInCodeAsked,
        ExtendSignInChallenged, ExtendSignInForbidden, ExtendAccountLocked, ExtendSignInVersionRefused, ExtendSignInsSpent, KeysUnavailable, IssuerUnavailable, ServiceTimeout, ExtendTimeout,
    ];
}
