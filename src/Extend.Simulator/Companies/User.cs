using System.Text.Json;
using Extend.Simulator.Json;
using Extend.Simulator.Switches;

namespace Extend.Simulator.Companies;

/// <summary>A person. Only the administrator, who signs in, belongs to an organization.</summary>
internal sealed record User
{
    public required string Id { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string Email { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public string? OrganizationId { get; init; }

    public string FullName => field ??= $"{FirstName} {LastName}";

    public void Write(Utf8JsonWriter json, SwitchSettings switches)
    {
        var user = new Members(json, switches.NullMembers);
        user.Text("id"u8, Id);
        user.Text("firstName"u8, FirstName);
        user.Text("lastName"u8, LastName);
        user.Text("email"u8, Email);
        user.Text("phone"u8, "+15555550100");
        user.Text("phoneIsoCountry"u8, "US");
        user.Text("avatarType"u8, "DEFAULT");
        user.Text("avatarUrl"u8, null);
        user.Time("createdAt"u8, CreatedAt);
        user.Time("updatedAt"u8, UpdatedAt);
        user.Text("currency"u8, "USD");
        user.Text("locale"u8, "en_US");
        user.Text("timezone"u8, "America/New_York");
        user.Flag("verified"u8, true);
        user.Text("quickbooksTokenId"u8, null);
        user.Text("employeeId"u8, null);
        if (switches.LaterMembers && OrganizationId is not null && user.Object("organization"u8))
        {
            WriteOrganization(json, switches.NullMembers);
        }

        user.Text("organizationId"u8, OrganizationId);
        user.Text("organizationRole"u8, OrganizationId is null ? null : "ADMIN");
        if (switches.LaterMembers)
        {
            user.Text("mfaPreference"u8, "SMS");
        }

        user.End();
    }

    private void WriteOrganization(Utf8JsonWriter json, bool nulls)
    {
        var organization = new Members(json, nulls);
        organization.Text("id"u8, OrganizationId);
        organization.Text("role"u8, "ADMIN");
        organization.Time("joinedAt"u8, CreatedAt);
        organization.Time("lastLoggedInAt"u8, UpdatedAt);
        organization.Flag("explicit"u8, true);
        organization.End();
    }
}
